import { getLinkEndpoint } from '../../shared/contract/endpoints/get-link.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { baseUrlFrom } from '../../shared/links/base-url.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { getLink } from './get-link.ts';

const env = readEnv('TABLE_NAME', 'LINK_KEYS_SECRET', 'BASE_URL_PARAMETER');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { readInterview }),
  linkKeys: linkKeysFrom(env.LINK_KEYS_SECRET),
  baseUrl: baseUrlFrom(env.BASE_URL_PARAMETER),
  now: Date.now,
};

export const handler = endpoint(getLinkEndpoint, ({ params }) =>
  getLink(deps, params.interview_id),
);

import { listInterviewsEndpoint } from '../../shared/contract/endpoints/list-interviews.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { listInterviews as list } from '../../shared/table/interview-list.ts';
import { listInterviews } from './list-interviews.ts';

const env = readEnv('TABLE_NAME', 'LINK_KEYS_SECRET');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { list }),
  linkKeys: linkKeysFrom(env.LINK_KEYS_SECRET),
  now: Date.now,
};

export const handler = endpoint(listInterviewsEndpoint, ({ query }) => listInterviews(deps, query));

import { startInterviewEndpoint } from '../../shared/contract/endpoints/start-interview.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { withLink } from '../../shared/links/admission.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { startSession } from '../../shared/table/sessions.ts';
import { startInterview } from './start-interview.ts';

const env = readEnv('TABLE_NAME', 'LINK_KEYS_SECRET', 'REQUIRE_NOTICE');
const linkKeys = linkKeysFrom(env.LINK_KEYS_SECRET);
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { readInterview, startSession }),
  now: Date.now,
  notice_required: env.REQUIRE_NOTICE === 'true',
};

export const handler = endpoint(
  startInterviewEndpoint,
  withLink(
    { ...deps, linkKeys },
    ({ body }) => body.link_token,
    (link, { body }) => startInterview(deps, link, body),
  ),
);

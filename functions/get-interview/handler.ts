import { getInterviewEndpoint } from '../../shared/contract/endpoints/get-interview.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { readAccommodations } from '../../shared/table/accommodations.ts';
import { readNewestAudit } from '../../shared/table/audit-rows.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { readUserNames } from '../../shared/table/user-names.ts';
import { getInterview } from './get-interview.ts';

const env = readEnv('TABLE_NAME', 'LINK_KEYS_SECRET');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), {
    readInterview,
    readAccommodations,
    readNewestAudit,
    readUserNames,
  }),
  linkKeys: linkKeysFrom(env.LINK_KEYS_SECRET),
  now: Date.now,
};

export const handler = endpoint(getInterviewEndpoint, ({ params }) =>
  getInterview(deps, params.interview_id),
);

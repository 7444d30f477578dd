import { exportInterviewEndpoint } from '../../shared/contract/endpoints/export-interview.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { readAccommodations } from '../../shared/table/accommodations.ts';
import { readWholeAudit } from '../../shared/table/audit-rows.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readInterview } from '../../shared/table/interviews.ts';
import { readUserNames } from '../../shared/table/user-names.ts';
import { exportInterview } from './export-interview.ts';

const env = readEnv('TABLE_NAME', 'LINK_KEYS_SECRET');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), {
    readInterview,
    readAccommodations,
    readWholeAudit,
    readUserNames,
  }),
  linkKeys: linkKeysFrom(env.LINK_KEYS_SECRET),
  now: Date.now,
};

export const handler = endpoint(exportInterviewEndpoint, ({ params }) =>
  exportInterview(deps, params.interview_id),
);

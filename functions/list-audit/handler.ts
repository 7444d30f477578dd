import { listAuditEndpoint } from '../../shared/contract/endpoints/list-audit.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { readAuditPage } from '../../shared/table/audit-rows.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readUserNames } from '../../shared/table/user-names.ts';
import { listAudit } from './list-audit.ts';

const env = readEnv('TABLE_NAME', 'LINK_KEYS_SECRET');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { readAuditPage, readUserNames }),
  linkKeys: linkKeysFrom(env.LINK_KEYS_SECRET),
};

export const handler = endpoint(listAuditEndpoint, ({ params, query }) =>
  listAudit(deps, params.interview_id, query),
);

import { approveKitEndpoint } from '../../shared/contract/endpoints/approve-kit.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readKitVersion } from '../../shared/table/kit-versions.ts';
import { storeKit } from '../../shared/table/kit-writes.ts';
import { readKit } from '../../shared/table/kits.ts';
import { approveKit } from './approve-kit.ts';

const env = readEnv('TABLE_NAME');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { storeKit, readKit, readKitVersion }),
  now: Date.now,
};

export const handler = endpoint(approveKitEndpoint, ({ params, body, caller }) =>
  approveKit(deps, caller, params.kit_id, body.version),
);

import { reviseKitEndpoint } from '../../shared/contract/endpoints/revise-kit.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readNewestVersion } from '../../shared/table/kit-versions.ts';
import { storeKit } from '../../shared/table/kit-writes.ts';
import { readKit } from '../../shared/table/kits.ts';
import { reviseKit } from './revise-kit.ts';

const env = readEnv('TABLE_NAME');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { storeKit, readKit, readNewestVersion }),
  now: Date.now,
};

export const handler = endpoint(reviseKitEndpoint, ({ params, body, caller }) =>
  reviseKit(deps, caller, params.kit_id, body),
);

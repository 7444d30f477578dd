import { getKitEndpoint } from '../../shared/contract/endpoints/get-kit.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { viewKit } from '../../shared/kits/kit-view.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readKitVersion, readNewestVersion } from '../../shared/table/kit-versions.ts';
import { readKit } from '../../shared/table/kits.ts';

const env = readEnv('TABLE_NAME');
const table = bind(connectTable(env.TABLE_NAME), { readKit, readKitVersion, readNewestVersion });

export const handler = endpoint(getKitEndpoint, async ({ params, query }) => {
  const content = query.version
    ? table.readKitVersion(params.kit_id, query.version)
    : table.readNewestVersion(params.kit_id);
  const [record, version] = await Promise.all([table.readKit(params.kit_id), content]);
  return viewKit(record, version);
});

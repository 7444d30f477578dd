import { archiveKitEndpoint } from '../../shared/contract/endpoints/archive-kit.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { changeKit } from '../../shared/kits/change-kit.ts';
import { viewKit } from '../../shared/kits/kit-view.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { readNewestVersion } from '../../shared/table/kit-versions.ts';
import { storeKit } from '../../shared/table/kit-writes.ts';
import { readKit } from '../../shared/table/kits.ts';

const env = readEnv('TABLE_NAME');
const table = bind(connectTable(env.TABLE_NAME), { storeKit, readKit, readNewestVersion });

export const handler = endpoint(
  archiveKitEndpoint,
  async ({ params: { kit_id }, body: { archived } }) => {
    const [record, newest] = await Promise.all([
      changeKit(table, kit_id, (kit) => (kit.archived === archived ? null : { kit: { archived } })),
      table.readNewestVersion(kit_id),
    ]);
    return viewKit(record, newest);
  },
);

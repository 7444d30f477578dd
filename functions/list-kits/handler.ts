import { listKitsEndpoint } from '../../shared/contract/endpoints/list-kits.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { listKits as list } from '../../shared/table/kit-list.ts';
import { listKits } from './list-kits.ts';

const env = readEnv('TABLE_NAME', 'LINK_KEYS_SECRET');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { list }),
  linkKeys: linkKeysFrom(env.LINK_KEYS_SECRET),
};

export const handler = endpoint(listKitsEndpoint, ({ query }) => listKits(deps, query));

import { updateUserEndpoint } from '../../shared/contract/endpoints/update-user.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { changingAdmins, takeLease } from '../../shared/table/leases.ts';
import { putUserName } from '../../shared/table/user-names.ts';
import {
  accountOf,
  connectDirectory,
  endLogins,
  findAccount,
  rename,
  setEnabled,
} from '../../shared/users/directory.ts';
import { withLiveLogin } from '../../shared/users/live-login.ts';
import { membersOf, roleOf, setRole } from '../../shared/users/roles.ts';
import { updateUser } from './update-user.ts';

const env = readEnv('TABLE_NAME', 'USER_POOL_ID');
const table = connectTable(env.TABLE_NAME);
const directory = connectDirectory(env.USER_POOL_ID);
const deps = {
  ...bind(table, { putUserName }),
  takeLease: () => takeLease(table, changingAdmins, Date.now()),
  find: findAccount.bind(null, directory),
  admins: async () => (await membersOf(directory, 'admin')).map(accountOf),
  roleOf: roleOf.bind(null, directory),
  rename: rename.bind(null, directory),
  setRole: setRole.bind(null, directory),
  setEnabled: setEnabled.bind(null, directory),
  endLogins: endLogins.bind(null, directory),
};

export const handler = endpoint(
  updateUserEndpoint,
  withLiveLogin(directory.cognito, ({ params, body }) => updateUser(deps, params.user_id, body)),
);

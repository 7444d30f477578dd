import { listUsersEndpoint } from '../../shared/contract/endpoints/list-users.ts';
import type { Role } from '../../shared/contract/person-view.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { linkKeysFrom } from '../../shared/links/link-keys.ts';
import { accountOf, allAccounts, connectDirectory } from '../../shared/users/directory.ts';
import { withLiveLogin } from '../../shared/users/live-login.ts';
import { membersOf } from '../../shared/users/roles.ts';
import { listUsers } from './list-users.ts';

const env = readEnv('USER_POOL_ID', 'LINK_KEYS_SECRET');
const directory = connectDirectory(env.USER_POOL_ID);
const deps = {
  accounts: () => allAccounts(directory),
  membersOf: async (role: Role) =>
    new Set((await membersOf(directory, role)).map((user) => accountOf(user).user_id)),
  linkKeys: linkKeysFrom(env.LINK_KEYS_SECRET),
};

export const handler = endpoint(
  listUsersEndpoint,
  withLiveLogin(directory.cognito, ({ query }) => listUsers(deps, query)),
);

import { inviteUserEndpoint } from '../../shared/contract/endpoints/invite-user.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { putUserName } from '../../shared/table/user-names.ts';
import {
  connectDirectory,
  findAccount,
  makeAccount,
  rename,
  sendInvitation,
} from '../../shared/users/directory.ts';
import { withLiveLogin } from '../../shared/users/live-login.ts';
import { setRole } from '../../shared/users/roles.ts';
import { inviteUser } from './invite-user.ts';

const env = readEnv('TABLE_NAME', 'USER_POOL_ID');
const directory = connectDirectory(env.USER_POOL_ID);
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { putUserName }),
  make: makeAccount.bind(null, directory),
  find: findAccount.bind(null, directory),
  rename: rename.bind(null, directory),
  setRole: setRole.bind(null, directory),
  sendInvitation: sendInvitation.bind(null, directory),
};

export const handler = endpoint(
  inviteUserEndpoint,
  withLiveLogin(directory.cognito, ({ body }) => inviteUser(deps, body)),
);

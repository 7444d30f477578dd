import { changePasswordEndpoint } from '../../shared/contract/endpoints/change-password.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { accessTokenOf } from '../../shared/users/live-login.ts';
import { changePassword } from '../../shared/users/passwords.ts';
import { connectUsers } from '../../shared/users/users.ts';

const env = readEnv('USER_POOL_CLIENT_ID');
const users = connectUsers(env.USER_POOL_CLIENT_ID, 1);

export const handler = endpoint(changePasswordEndpoint, async (call) => {
  await changePassword(users, { ...call.body, access: accessTokenOf(call) });
  return { status: 'ok' };
});

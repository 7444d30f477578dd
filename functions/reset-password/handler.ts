import { resetPasswordEndpoint } from '../../shared/contract/endpoints/reset-password.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { resetPassword } from '../../shared/users/passwords.ts';
import { connectUsers } from '../../shared/users/users.ts';

const env = readEnv('USER_POOL_CLIENT_ID');
const users = connectUsers(env.USER_POOL_CLIENT_ID, 1);

export const handler = endpoint(resetPasswordEndpoint, async ({ body }) => {
  await resetPassword(users, body);
  return { status: 'ok' };
});

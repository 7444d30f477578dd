import { setTimeout } from 'node:timers/promises';
import { forgotPasswordEndpoint } from '../../shared/contract/endpoints/forgot-password.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { forgotPassword } from '../../shared/users/passwords.ts';
import { connectUsers } from '../../shared/users/users.ts';

const env = readEnv('USER_POOL_CLIENT_ID');
const users = connectUsers(env.USER_POOL_CLIENT_ID, 1);

export const handler = endpoint(forgotPasswordEndpoint, async ({ body }) => {
  await forgotPassword(users, body.email, setTimeout);
  return { status: 'ok' };
});

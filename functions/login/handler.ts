import { loginEndpoint } from '../../shared/contract/endpoints/login.ts';
import { AppError } from '../../shared/domain/errors.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { connectUsers, logIn } from '../../shared/users/users.ts';

const env = readEnv('USER_POOL_CLIENT_ID');
const users = connectUsers(env.USER_POOL_CLIENT_ID);

export const handler = endpoint(loginEndpoint, async ({ body }) => {
  const { refresh, ...tokens } = await logIn(users, body);
  if (!refresh) throw new AppError('invalid_credentials', 'Invalid email or password');
  return { ...tokens, refresh, token_type: 'Bearer' };
});

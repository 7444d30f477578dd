import { refreshLoginEndpoint } from '../../shared/contract/endpoints/refresh-login.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { connectUsers, refreshLogin } from '../../shared/users/users.ts';

const env = readEnv('USER_POOL_CLIENT_ID');
const users = connectUsers(env.USER_POOL_CLIENT_ID);

export const handler = endpoint(refreshLoginEndpoint, async ({ body }) => {
  const { access, expires_in } = await refreshLogin(users, body.refresh);
  return { access, expires_in, token_type: 'Bearer' };
});

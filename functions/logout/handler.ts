import { logoutEndpoint } from '../../shared/contract/endpoints/logout.ts';
import { endpoint, WithHeaders } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { baseUrlFrom } from '../../shared/links/base-url.ts';
import { revokeLogin } from '../../shared/users/passwords.ts';
import { cookieOf, noCookie } from '../../shared/users/session-cookie.ts';
import { connectUsers } from '../../shared/users/users.ts';

const env = readEnv('USER_POOL_CLIENT_ID', 'BASE_URL_PARAMETER');
const users = connectUsers(env.USER_POOL_CLIENT_ID);
const baseUrl = baseUrlFrom(env.BASE_URL_PARAMETER);

export const handler = endpoint(logoutEndpoint, async ({ body, header }) => {
  const { session, refresh } = body;
  const token = session ? await cookieOf({ header, baseUrl }) : refresh;
  if (token) await revokeLogin(users, token);
  return new WithHeaders({ status: 'ok' as const }, session ? noCookie : {});
});

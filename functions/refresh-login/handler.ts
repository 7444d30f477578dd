import { refreshLoginEndpoint } from '../../shared/contract/endpoints/refresh-login.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { baseUrlFrom } from '../../shared/links/base-url.ts';
import { personIn } from '../../shared/users/person.ts';
import { cookieOf } from '../../shared/users/session-cookie.ts';
import { connectUsers, refreshLogin } from '../../shared/users/users.ts';

const env = readEnv('USER_POOL_CLIENT_ID', 'BASE_URL_PARAMETER');
const users = connectUsers(env.USER_POOL_CLIENT_ID);
const baseUrl = baseUrlFrom(env.BASE_URL_PARAMETER);

export const handler = endpoint(refreshLoginEndpoint, async ({ body, header }) => {
  const { session, refresh = '' } = body;
  const token = session ? await cookieOf({ header, baseUrl }) : refresh;
  const { access, expires_in, id = '' } = await refreshLogin(users, token);
  return { access, expires_in, token_type: 'Bearer', ...personIn(id) };
});

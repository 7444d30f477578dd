import { loginEndpoint } from '../../shared/contract/endpoints/login.ts';
import { endpoint } from '../../shared/http/endpoint.ts';
import { readEnv } from '../../shared/http/env.ts';
import { baseUrlFrom } from '../../shared/links/base-url.ts';
import { bind, connectTable } from '../../shared/table/client.ts';
import { putUserName } from '../../shared/table/user-names.ts';
import { connectUsers, logIn } from '../../shared/users/users.ts';
import { login } from './login.ts';

const env = readEnv('USER_POOL_CLIENT_ID', 'TABLE_NAME', 'BASE_URL_PARAMETER');
const deps = {
  ...bind(connectTable(env.TABLE_NAME), { putUserName }),
  logIn: logIn.bind(null, connectUsers(env.USER_POOL_CLIENT_ID)),
  baseUrl: baseUrlFrom(env.BASE_URL_PARAMETER),
};

export const handler = endpoint(loginEndpoint, ({ body, header }) => login(deps, body, header));

import { row } from '../endpoint-row.ts';
import { Done } from '../person-view.ts';
import { Refresh } from './refresh-login.ts';

export const logoutEndpoint = row({
  method: 'POST',
  path: '/api/auth/logout/',
  folder: 'logout',
  access: 'public',
  summary: 'End a login',
  uses: ['users', 'base-url'],
  body: Refresh,
  status: 200,
  response: Done,
  errors: ['forbidden'],
});

import * as z from 'zod';
import { row } from '../endpoint-row.ts';
import { Done } from '../person-view.ts';
import { password } from './login.ts';

export const changePasswordEndpoint = row({
  method: 'POST',
  path: '/api/auth/password/change/',
  folder: 'change-password',
  access: 'person',
  summary: 'Change one’s own password',
  uses: ['users'],
  body: z.object({ password, new_password: password }),
  status: 200,
  response: Done,
  errors: ['invalid_credentials', 'weak_password'],
});

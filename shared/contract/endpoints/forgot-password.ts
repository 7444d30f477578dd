import * as z from 'zod';
import { row } from '../endpoint-row.ts';
import { Done } from '../person-view.ts';
import { loginEmail } from './login.ts';

export const forgotPasswordEndpoint = row({
  method: 'POST',
  path: '/api/auth/password/forgot/',
  folder: 'forgot-password',
  access: 'public',
  summary: 'Have a code for a new password sent',
  uses: ['users'],
  body: z.object({ email: loginEmail }),
  status: 200,
  response: Done,
  errors: [],
});

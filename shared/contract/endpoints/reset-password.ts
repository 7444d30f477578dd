import * as z from 'zod';
import { exactChecks } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { Done } from '../person-view.ts';
import { loginEmail, password } from './login.ts';

export const resetPasswordEndpoint = row({
  method: 'POST',
  path: '/api/auth/password/reset/',
  folder: 'reset-password',
  access: 'public',
  summary: 'Set a new password with a code',
  uses: ['users'],
  body: z.object({
    email: loginEmail,
    // Blanks come along when it is copied from a mail, and no code has one.
    code: z.string().check(
      z.trim(),
      ...exactChecks(64, 1),
      z.refine<string>((code) => !/\s/.test(code), { error: 'must not contain blanks' }),
    ),
    new_password: password,
  }),
  status: 200,
  response: Done,
  errors: ['invalid_code', 'weak_password'],
});

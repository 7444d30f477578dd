import * as z from 'zod';
import { exactChecks, exactText, limits } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';

/** Any address may log in; Cognito validates its format. */
export const Login = z.object({
  email: z.string().check(z.trim(), ...exactChecks(limits.email, 1)),
  password: exactText(256, 1),
  new_password: exactText(256, 1).optional(),
});

export const Tokens = z.object({
  access: z.string(),
  refresh: z.string(),
  /** Seconds for which `access` is valid. */
  expires_in: z.int(),
  token_type: z.literal('Bearer'),
});

export const loginEndpoint = row({
  method: 'POST',
  path: '/api/auth/login/',
  folder: 'login',
  access: 'public',
  summary: 'Log a recruiter in',
  uses: ['users'],
  body: Login,
  status: 200,
  response: Tokens,
  errors: ['invalid_credentials', 'new_password_required'],
});

import * as z from 'zod';
import { limits } from '../../domain/plain-text.ts';
import { exactChecks, exactText } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';

/** Any address may log in; Cognito validates its format. */
export const loginEmail = z.string().check(z.trim(), ...exactChecks(limits.email, 1));
export const password = exactText(256, 1);
/** For our own pages: the refresh token then travels in a cookie that no script can read. */
export const session = z.literal('cookie').optional();

export const Login = z.object({
  email: loginEmail,
  password,
  new_password: password.optional(),
  session,
});

export const Tokens = z.object({
  access: z.string(),
  /** Absent where it is in the cookie. */
  refresh: z.string().optional(),
  /** Seconds for which `access` is valid. */
  expires_in: z.int(),
  token_type: z.literal('Bearer'),
  /** Whose login it is; absent where the user pool does not say. */
  user_id: z.string().optional(),
  name: z.string().optional(),
  email: z.string().optional(),
});

export const loginEndpoint = row({
  method: 'POST',
  path: '/api/auth/login/',
  folder: 'login',
  access: 'public',
  summary: 'Log a recruiter in',
  uses: ['users', 'table:write', 'base-url'],
  body: Login,
  status: 200,
  response: Tokens,
  errors: ['invalid_credentials', 'new_password_required', 'forbidden'],
});

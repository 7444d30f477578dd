import * as z from 'zod';
import { exactText } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { session, Tokens } from './login.ts';

/** A refresh token, here or in the cookie. */
export const Refresh = z.object({ refresh: exactText(8_192, 1).optional(), session }).check(
  z.refine(({ refresh, session }) => refresh !== undefined || session !== undefined, {
    path: ['refresh'],
    error: 'is required',
  }),
);

export const refreshLoginEndpoint = row({
  method: 'POST',
  path: '/api/auth/refresh/',
  folder: 'refresh-login',
  access: 'public',
  summary: 'Get a new access token',
  uses: ['users', 'base-url'],
  body: Refresh,
  status: 200,
  response: Tokens.omit({ refresh: true }),
  errors: ['invalid_credentials', 'forbidden'],
});

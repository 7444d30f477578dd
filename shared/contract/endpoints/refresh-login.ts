import * as z from 'zod';
import { row } from '../endpoint-row.ts';
import { Tokens } from './login.ts';

export const Refresh = z.object({ refresh: z.string().min(1).max(8_192) });

export const refreshLoginEndpoint = row({
  method: 'POST',
  path: '/api/auth/refresh/',
  folder: 'refresh-login',
  access: 'public',
  summary: 'Get a new access token',
  uses: ['users'],
  body: Refresh,
  status: 200,
  response: Tokens.omit({ refresh: true }),
  errors: ['invalid_credentials'],
});

import * as z from 'zod';
import { exactText } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { Tokens } from './login.ts';

export const Refresh = z.object({ refresh: exactText(8_192, 1) });

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

import * as z from 'zod';
import { exactText } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { Tokens } from './login.ts';

const TokenRequest = z.object({
  client_id: exactText(128, 1),
  client_secret: exactText(256, 1),
  /** All that the client has if left out. */
  scope: z
    .string()
    .regex(
      /^talaro\/(read|write)( talaro\/(read|write))*$/,
      'must be talaro/read, talaro/write, or both with a space between',
    )
    .optional(),
});

export const issueTokenEndpoint = row({
  method: 'POST',
  path: '/api/auth/token/',
  folder: 'issue-token',
  access: 'public',
  summary: 'Get an access token for a program',
  uses: ['users'],
  body: TokenRequest,
  status: 200,
  response: Tokens.omit({ refresh: true, user_id: true, name: true, email: true }),
  errors: ['invalid_client'],
});

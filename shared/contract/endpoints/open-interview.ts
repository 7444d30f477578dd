import * as z from 'zod';
import { row } from '../endpoint-row.ts';
import { LinkToken, linkErrors } from '../link-token.ts';
import { OpenInterview } from '../open-interview.ts';

export const openInterviewEndpoint = row({
  method: 'GET',
  path: '/api/interviews/public/{token}/',
  folder: 'open-interview',
  access: 'candidate',
  summary: 'Open the link: the page for a browser, the state of the interview for a client',
  uses: ['table:read', 'link-keys', 'notice', 'next-step'],
  params: z.object({ token: LinkToken }),
  status: 200,
  response: OpenInterview,
  errors: linkErrors,
});

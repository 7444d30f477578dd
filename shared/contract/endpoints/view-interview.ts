import * as z from 'zod';
import { row } from '../endpoint-row.ts';
import { LinkToken, linkErrors } from '../link-token.ts';
import { OpenInterview } from '../open-interview.ts';

export const viewInterviewEndpoint = row({
  method: 'POST',
  path: '/api/ai-interview/public/open/',
  folder: 'view-interview',
  access: 'candidate',
  summary: 'The state of the interview, with the token in the body instead of the URL',
  uses: ['table:read', 'table:write', 'link-keys', 'notice', 'next-step'],
  body: z.object({ link_token: LinkToken }),
  status: 200,
  response: OpenInterview,
  errors: linkErrors,
});

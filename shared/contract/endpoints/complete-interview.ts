import * as z from 'zod';
import { Id } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { LinkToken, linkErrors } from '../link-token.ts';
import { Result } from '../result.ts';

export const Complete = z.object({ session_id: Id, link_token: LinkToken });

export const Completed = Result.extend({
  session_id: Id,
  total_questions: z.int(),
  answered_questions: z.int(),
  status: z.enum(['evaluating', 'completed']),
  message: z.string(),
});
export type Completed = z.infer<typeof Completed>;

export const completeInterviewEndpoint = row({
  method: 'POST',
  path: '/api/ai-interview/public/complete/',
  folder: 'complete-interview',
  access: 'candidate',
  summary: 'Complete the interview and return the evaluation',
  uses: ['table:read', 'table:write', 'link-keys', 'model', 'queue:send'],
  body: Complete,
  status: 200,
  response: Completed,
  errors: [...linkErrors, 'not_started', 'conflict'],
});

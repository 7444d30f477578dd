import * as z from 'zod';
import { limits } from '../../domain/plain-text.ts';
import { exactText, Id } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { Feedback } from '../feedback.ts';
import { LinkToken, linkErrors } from '../link-token.ts';

const SubmitResponse = z.object({
  session_id: Id,
  link_token: LinkToken,
  response_text: exactText(limits.response_text, 1),
  question_id: Id.optional(),
});

export const Submitted = z.object({
  response_id: Id,
  /** The question that this response answered. */
  current_question_id: Id,
  next_question: z.string().nullable(),
  next_question_id: Id.nullable(),
  feedback: z.string(),
  feedback_detail: Feedback.nullable(),
  next_instruction: z.string(),
  answered_questions: z.int(),
  total_questions: z.int(),
  message: z.string(),
});
export type Submitted = z.infer<typeof Submitted>;

export const submitResponseEndpoint = row({
  method: 'POST',
  path: '/api/ai-interview/public/submit-response/',
  folder: 'submit-response',
  access: 'candidate',
  summary: 'Answer the current question, or the one given by question_id',
  uses: ['table:read', 'table:write', 'link-keys', 'model', 'queue:send'],
  body: SubmitResponse,
  status: 200,
  response: Submitted,
  errors: [...linkErrors, 'already_answered', 'interview_completed', 'not_started', 'conflict'],
});

import * as z from 'zod';
import { InterviewType } from '../domain/interview.ts';
import { Id } from '../domain/text.ts';

/** The response of the three link endpoints, as in the older guide. */
export const LinkView = z.object({
  interview_id: Id,
  link_token: z.string(),
  ai_interview_url: z.string(),
  public_interview_url: z.string(),
  expires_at: z.string(),
  ai_session_id: Id,
  ai_interview_type: InterviewType,
  candidate_name: z.string(),
  candidate_email: z.string(),
  job_title: z.string(),
  questions_generated: z.int(),
  is_expired: z.boolean(),
  message: z.string(),
});
export type LinkView = z.infer<typeof LinkView>;

/** Errors of the two endpoints that create a link. */
export const linkMakingErrors = [
  'interview_not_found',
  'interview_not_scheduled',
  'interview_not_ai',
  'interview_completed',
  'interview_cancelled',
  'kit_not_approved',
  'conflict',
  'ai_unavailable',
  'budget_reached',
] as const;

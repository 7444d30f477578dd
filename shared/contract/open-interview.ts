import * as z from 'zod';
import { InterviewStatus, InterviewType } from '../domain/interview.ts';
import { Provenance } from '../domain/provenance.ts';
import { Id } from '../domain/text.ts';

/** What a candidate with a genuine, open link sees. */
export const OpenInterview = z.object({
  interview_id: Id,
  candidate_name: z.string(),
  job_title: z.string(),
  ai_interview_type: InterviewType,
  language: z.string(),
  starts_at: z.string(),
  ends_at: z.string(),
  opens_at: z.string(),
  expires_at: z.string(),
  duration_minutes: z.int(),
  total_questions: z.int(),
  answered_questions: z.int(),
  /** A cancelled one is refused. */
  status: InterviewStatus.exclude(['cancelled']),
  can_join: z.boolean(),
  /** Who wrote the questions, `offline` without a language model; null if none of them was written by AI. */
  evaluator: Provenance.shape.evaluator.nullable(),
  /** The notice on the use of AI: its newest version, and whether start requires it. */
  notice: z.object({ version: z.string(), required: z.boolean() }),
  /** The day until which a decision is promised, and the employer's sentence on what happens next. */
  decision_by: z.string().nullable(),
  next_step: z.string().nullable(),
  server_time: z.string(),
  message: z.string(),
});
export type OpenInterview = z.infer<typeof OpenInterview>;

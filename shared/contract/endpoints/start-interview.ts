import * as z from 'zod';
import { InterviewType } from '../../domain/interview.ts';
import { isNoticeVersion, noticeVersions } from '../../domain/notice/versions.ts';
import { Id } from '../../domain/text.ts';
import { DraftView } from '../draft-view.ts';
import { row } from '../endpoint-row.ts';
import { Feedback } from '../feedback.ts';
import { LinkToken, linkErrors } from '../link-token.ts';
import { Result } from '../result.ts';

export const Start = z.object({
  interview_id: Id,
  link_token: LinkToken,
  /** The notice on the use of AI that the candidate has accepted. */
  notice_version: z
    .string()
    .refine(isNoticeVersion, {
      error: `must be a version of the notice: ${noticeVersions.join(', ')}`,
    })
    .optional(),
});

export const Started = z.object({
  session_id: Id,
  interview_id: Id,
  candidate_name: z.string(),
  job_title: z.string(),
  ai_interview_type: InterviewType,
  language: z.string(),
  /** The first question without an answer; null when all are answered. */
  current_question: z.string().nullable(),
  current_question_id: Id.nullable(),
  // No rubric, competency or weight: fields not named here are stripped.
  questions: z.array(
    z.object({
      id: Id,
      text: z.string(),
      type: z.string(),
      order: z.int(),
      audio_url: z.string().nullable(),
      answered: z.boolean(),
    }),
  ),
  total_questions: z.int(),
  answered_questions: z.int(),
  status: z.enum(['started', 'evaluating', 'completed']),
  server_time: z.string(),
  responses: z.array(
    z.object({
      question_id: Id,
      response_id: Id,
      response_text: z.string(),
      feedback: z.string(),
      feedback_detail: Feedback.nullable(),
      answered_at: z.string(),
    }),
  ),
  draft: DraftView.nullable(),
  message: z.string(),
  ...Result.partial().shape,
});
export type Started = z.infer<typeof Started>;

export const startInterviewEndpoint = row({
  method: 'POST',
  path: '/api/ai-interview/public/start/',
  folder: 'start-interview',
  access: 'candidate',
  summary: 'Start or resume the interview',
  uses: ['table:read', 'table:write', 'link-keys', 'notice'],
  body: Start,
  status: 200,
  response: Started,
  errors: [...linkErrors, 'notice_required', 'conflict'],
});

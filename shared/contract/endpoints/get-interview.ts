import * as z from 'zod';
import { Cost } from '../../domain/cost.ts';
import { Competency, Question } from '../../domain/rubric.ts';
import { Draft, Evaluation, Response } from '../../domain/session.ts';
import { Id } from '../../domain/text.ts';
import { AccommodationView } from '../accommodation-view.ts';
import { AuditEntry } from '../audit-entry.ts';
import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';
import { InterviewView } from '../interview-view.ts';
import { LinkStatus } from '../link-status.ts';
import { ReviewView } from '../review-view.ts';

export const InterviewDetail = InterviewView.extend({
  /** For `if_updated_at`; interviews from before it was stored have the time of their making. */
  updated_at: z.string(),
  legal_hold: z.boolean(),
  /** The version of the kit that its questions were copied from; null before its first link. */
  kit_version: z.int().nullable(),
  link: z.object({
    status: LinkStatus,
    generation: z.int(),
    created_at: z.string().nullable(),
    opens_at: z.string().nullable(),
    expires_at: z.string().nullable(),
  }),
  session: z
    .object({
      session_id: Id,
      status: z.enum(['ready', 'in_progress', 'evaluating', 'completed']),
      started_at: z.string().nullable(),
      completed_at: z.string().nullable(),
      total_questions: z.int(),
      answered_questions: z.int(),
      notice: z.object({ version: z.string(), accepted_at: z.string() }).nullable(),
    })
    .nullable(),
  /** What the job requires, with weights; the same for every candidate for the job. */
  competencies: z.array(Competency),
  questions: z.array(Question),
  responses: z.array(
    Response.extend({ assessment_status: z.enum(['pending', 'scored', 'needs_human']) }),
  ),
  /** Text that was typed and not sent, by question; it is not evaluated. */
  unsent_drafts: z.array(Draft.omit({ version: true })),
  /** The newest evaluation; null while there is none. */
  evaluation: Evaluation.nullable(),
  evaluations: z.array(Evaluation),
  /** Oldest first. */
  reviews: z.array(ReviewView),
  /** The newest 50, oldest first. */
  accommodations: z.array(AccommodationView),
  cost: Cost,
  /** What happened: the newest 50 events, oldest first. */
  audit: z.array(AuditEntry),
});
export type InterviewDetail = z.infer<typeof InterviewDetail>;

export const getInterviewEndpoint = row({
  method: 'GET',
  path: '/api/interviews/{interview_id}/',
  folder: 'get-interview',
  access: 'recruiter',
  summary: 'Read an interview with its questions, answers and evaluation',
  uses: ['table:read', 'link-keys'],
  params: interviewParams,
  status: 200,
  response: InterviewDetail,
  errors: ['interview_not_found'],
});

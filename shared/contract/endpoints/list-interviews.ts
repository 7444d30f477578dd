import * as z from 'zod';
import { Decision, InterviewStatus } from '../../domain/interview.ts';
import { ListedInterview } from '../../domain/listed-interview.ts';
import { Recommendation } from '../../domain/score.ts';
import { EmailAddress, Id, Moment } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { LinkStatus } from '../link-status.ts';
import { listQuery, nextCursor } from '../list-query.ts';

/** The status of an interview in lists, where one that was not started in its window is expired. */
export const ShownStatus = z.enum([...InterviewStatus.options, 'expired']);

const timeForm = {
  error: 'must be a date or a moment with a zone, for example 2026-11-23 or 2026-11-23T10:00:00Z',
};
// Aborting, a date is one of two ways to write it, and not what is meant.
const Time = z.union([z.iso.date({ abort: true }), Moment], timeForm);

export const InterviewSummary = ListedInterview.pick({
  interview_id: true,
  candidate_name: true,
  candidate_email: true,
  job_title: true,
  ai_interview_type: true,
  starts_at: true,
  ends_at: true,
  kit_id: true,
  created_at: true,
}).extend({
  status: ShownStatus,
  expires_at: z.string().nullable(),
  link_status: LinkStatus,
  answered_questions: z.int(),
  total_questions: z.int(),
  score: z.int().nullable(),
  recommendation: Recommendation.nullable(),
  needs_human: z.boolean().nullable(),
  decision: Decision.nullable(),
  open_requests: z.int(),
});
export type InterviewSummary = z.infer<typeof InterviewSummary>;

export const listInterviewsEndpoint = row({
  method: 'GET',
  path: '/api/interviews/',
  folder: 'list-interviews',
  access: 'recruiter',
  summary: 'List interviews, the latest start first',
  uses: ['table:read', 'table:list', 'link-keys'],
  query: z.object({
    status: ShownStatus.optional(),
    from: Time.optional(),
    to: Time.optional(),
    kit_id: Id.optional(),
    email: EmailAddress.optional(),
    ...listQuery,
  }),
  status: 200,
  response: z.object({ items: z.array(InterviewSummary), next_cursor: nextCursor }),
  errors: ['invalid_cursor'],
});

import * as z from 'zod';
import { limits } from '../../domain/plain-text.ts';
import { Review } from '../../domain/review.ts';
import { exactText } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';
import { ReviewView } from '../review-view.ts';

/** What a recruiter has decided about the candidate of a completed interview. */
export const NewReview = z.object({
  decision: Review.shape.decision,
  reason: exactText(limits.reason, 1),
  score: Review.shape.score.optional(),
});
export type NewReview = z.infer<typeof NewReview>;

export const reviewInterviewEndpoint = row({
  method: 'POST',
  path: '/api/interviews/{interview_id}/review/',
  folder: 'review-interview',
  access: 'recruiter',
  summary: 'Review a completed interview; earlier reviews are kept',
  uses: ['table:read', 'table:write'],
  params: interviewParams,
  body: NewReview,
  idempotent: true,
  status: 201,
  response: ReviewView,
  errors: ['interview_not_found', 'not_completed', 'too_many_requests', 'conflict'],
});

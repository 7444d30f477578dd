import * as z from 'zod';
import { Id } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';

/** The response to a request for another evaluation. */
const EvaluationRequested = z.object({
  interview_id: Id,
  /** The version that the new evaluation will have. */
  version: z.int(),
  status: z.literal('evaluating'),
  message: z.string(),
});

export const reEvaluateInterviewEndpoint = row({
  method: 'POST',
  path: '/api/interviews/{interview_id}/evaluate/',
  folder: 're-evaluate-interview',
  access: 'recruiter',
  summary: 'Evaluate a completed interview again as a new version; earlier versions are kept',
  uses: ['table:read', 'table:write', 'queue:send'],
  params: interviewParams,
  status: 202,
  response: EvaluationRequested,
  errors: ['interview_not_found', 'not_completed', 'too_many_requests', 'conflict', 'unavailable'],
});

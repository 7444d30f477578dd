import * as z from 'zod';
import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';
import { InterviewDetail } from './get-interview.ts';

export const InterviewExport = InterviewDetail.extend({
  /** Raised when a field changes its meaning or goes; new fields do not raise it. */
  format_version: z.literal(1),
  exported_at: z.string(),
  /** The whole of it, oldest first; null where the document would be too large with it. */
  audit: InterviewDetail.shape.audit.nullable(),
  /** Where the audit is instead; null where it is here. */
  audit_left_out: z.string().nullable(),
});
export type InterviewExport = z.infer<typeof InterviewExport>;

export const exportInterviewEndpoint = row({
  method: 'GET',
  path: '/api/interviews/{interview_id}/export/',
  folder: 'export-interview',
  access: 'recruiter',
  summary: 'Export an interview with everything that is kept of it',
  uses: ['table:read', 'link-keys'],
  params: interviewParams,
  status: 200,
  response: InterviewExport,
  errors: ['interview_not_found'],
});

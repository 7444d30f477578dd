import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';
import { Completed } from './complete-interview.ts';

export const closeInterviewEndpoint = row({
  method: 'POST',
  path: '/api/interviews/{interview_id}/complete/',
  folder: 'close-interview',
  access: 'recruiter',
  summary: 'Complete an interview in progress on the candidate’s behalf',
  uses: ['table:read', 'table:write', 'model', 'queue:send'],
  params: interviewParams,
  status: 200,
  response: Completed,
  errors: ['interview_not_found', 'not_started', 'interview_cancelled', 'conflict'],
});

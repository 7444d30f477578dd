import * as z from 'zod';
import { limits } from '../../domain/plain-text.ts';
import { exactText } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';
import { InterviewView } from '../interview-view.ts';

export const cancelInterviewEndpoint = row({
  method: 'POST',
  path: '/api/interviews/{interview_id}/cancel/',
  folder: 'cancel-interview',
  access: 'recruiter',
  summary: 'Cancel an interview that is not completed',
  uses: ['table:read', 'table:write'],
  params: interviewParams,
  body: z.object({ reason: exactText(limits.reason).optional() }),
  status: 200,
  response: InterviewView,
  errors: ['interview_not_found', 'interview_completed', 'conflict'],
});

import * as z from 'zod';
import { ErasureReason } from '../../domain/erasure.ts';
import { Id } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';

export const eraseInterviewEndpoint = row({
  method: 'DELETE',
  path: '/api/interviews/{interview_id}/',
  folder: 'erase-interview',
  access: 'admin',
  summary: 'Erase an interview and everything about its candidate',
  uses: ['table:read', 'table:write', 'sound:erase', 'users'],
  params: interviewParams,
  query: z.object({ reason: ErasureReason.default('requested') }),
  status: 200,
  response: z.object({ interview_id: Id, erased_at: z.string() }),
  errors: ['interview_not_found', 'legal_hold', 'conflict'],
});

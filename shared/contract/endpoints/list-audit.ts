import * as z from 'zod';
import { AuditEntry } from '../audit-entry.ts';
import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';
import { listQuery, nextCursor } from '../list-query.ts';

export const listAuditEndpoint = row({
  method: 'GET',
  path: '/api/interviews/{interview_id}/audit/',
  folder: 'list-audit',
  access: 'recruiter',
  summary: 'List what happened to an interview, oldest first',
  uses: ['table:read', 'link-keys'],
  params: interviewParams,
  query: z.object(listQuery),
  status: 200,
  response: z.object({ items: z.array(AuditEntry), next_cursor: nextCursor }),
  errors: ['interview_not_found', 'invalid_cursor'],
});

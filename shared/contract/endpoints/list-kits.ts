import * as z from 'zod';
import { row } from '../endpoint-row.ts';
import { KitSummary } from '../kit-view.ts';
import { listQuery, nextCursor } from '../list-query.ts';

export const listKitsEndpoint = row({
  method: 'GET',
  path: '/api/interview-kits/',
  folder: 'list-kits',
  access: 'recruiter',
  summary: 'List the interview kits, newest first',
  uses: ['table:read', 'table:list', 'link-keys'],
  query: z.object({ archived: z.enum(['true', 'false']).default('false'), ...listQuery }),
  status: 200,
  response: z.object({ items: z.array(KitSummary), next_cursor: nextCursor }),
  errors: ['invalid_cursor'],
});

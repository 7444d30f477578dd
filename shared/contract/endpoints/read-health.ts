import * as z from 'zod';
import { row } from '../endpoint-row.ts';

/** Whether the API answers. */
export const healthEndpoint = row({
  method: 'GET',
  path: '/api/health/',
  folder: 'read-health',
  access: 'public',
  summary: 'Whether the API answers',
  uses: [],
  status: 200,
  response: z.object({ status: z.literal('ok'), server_time: z.string() }),
  errors: [],
});

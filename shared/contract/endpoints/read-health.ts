import * as z from 'zod';
import { row } from '../endpoint-row.ts';

export const readHealthEndpoint = row({
  method: 'GET',
  path: '/api/health/',
  folder: 'read-health',
  access: 'public',
  summary: 'Health check',
  uses: [],
  status: 200,
  response: z.object({ status: z.literal('ok'), server_time: z.string() }),
  errors: [],
});

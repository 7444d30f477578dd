import * as z from 'zod';
import { row } from '../endpoint-row.ts';

export const readSchemaEndpoint = row({
  method: 'GET',
  path: '/api/schema/',
  folder: 'read-schema',
  access: 'public',
  summary: 'The OpenAPI 3.1 description of this API',
  uses: [],
  status: 200,
  response: z.record(z.string(), z.unknown()),
  errors: [],
});

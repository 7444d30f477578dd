import * as z from 'zod';
import { row } from '../endpoint-row.ts';
import { KitView, kitParams, VersionNumber } from '../kit-view.ts';

export const getKitEndpoint = row({
  method: 'GET',
  path: '/api/interview-kits/{kit_id}/',
  folder: 'get-kit',
  access: 'recruiter',
  summary: 'Read a version of an interview kit, the newest one by default',
  uses: ['table:read'],
  params: kitParams,
  query: z.object({
    version: z
      .string()
      .regex(/^[1-9]\d{0,3}$/, 'must be the number of a version')
      .transform(Number)
      .pipe(VersionNumber)
      .optional(),
  }),
  status: 200,
  response: KitView,
  errors: ['kit_not_found'],
});

import * as z from 'zod';
import { row } from '../endpoint-row.ts';
import { KitView, kitParams, VersionNumber } from '../kit-view.ts';

export const approveKitEndpoint = row({
  method: 'POST',
  path: '/api/interview-kits/{kit_id}/approve/',
  folder: 'approve-kit',
  access: 'recruiter',
  summary: 'Approve a version of an interview kit',
  uses: ['table:read', 'table:write'],
  params: kitParams,
  body: z.object({ version: VersionNumber }),
  status: 200,
  response: KitView,
  errors: ['kit_not_found', 'conflict'],
});

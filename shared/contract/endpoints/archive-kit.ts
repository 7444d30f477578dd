import * as z from 'zod';
import { row } from '../endpoint-row.ts';
import { KitView, kitParams } from '../kit-view.ts';

export const archiveKitEndpoint = row({
  method: 'POST',
  path: '/api/interview-kits/{kit_id}/archive/',
  folder: 'archive-kit',
  access: 'recruiter',
  summary: 'Archive an interview kit, or take it back into use',
  uses: ['table:read', 'table:write'],
  params: kitParams,
  body: z.object({ archived: z.boolean() }),
  status: 200,
  response: KitView,
  errors: ['kit_not_found', 'conflict'],
});

import * as z from 'zod';
import { Id } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { kitParams, VersionNumber } from '../kit-view.ts';

export const speakQuestionEndpoint = row({
  method: 'POST',
  path: '/api/interview-kits/{kit_id}/speech/',
  folder: 'speak-question',
  access: 'recruiter',
  summary: 'Have a question of an interview kit spoken, as candidates will hear it',
  uses: ['table:read', 'table:write', 'voice'],
  params: kitParams,
  body: z.object({ version: VersionNumber, question_id: Id }),
  status: 200,
  response: z.object({
    /** Path on the same origin; null where the voice is not available. */
    audio_url: z.string().nullable(),
  }),
  errors: ['kit_not_found', 'conflict'],
});

import * as z from 'zod';
import { limits } from '../../domain/plain-text.ts';
import { exactText } from '../../domain/text.ts';
import { AccommodationView } from '../accommodation-view.ts';
import { row } from '../endpoint-row.ts';
import { interviewParams } from '../interview-params.ts';

export const handleAccommodationEndpoint = row({
  method: 'PATCH',
  path: '/api/interviews/{interview_id}/accommodations/{accommodation_id}/',
  folder: 'handle-accommodation',
  access: 'recruiter',
  summary: 'Note that a request for more time or another format was seen to',
  uses: ['table:read', 'table:write'],
  params: interviewParams.extend({ accommodation_id: z.string() }),
  body: z.object({ handled: z.boolean(), note: exactText(limits.note).optional() }),
  status: 200,
  response: AccommodationView,
  errors: ['interview_not_found', 'not_found', 'conflict'],
});

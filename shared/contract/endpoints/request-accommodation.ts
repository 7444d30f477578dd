import * as z from 'zod';
import { limits } from '../../domain/plain-text.ts';
import { Accommodation } from '../../domain/session.ts';
import { exactText, Id } from '../../domain/text.ts';
import { row } from '../endpoint-row.ts';
import { LinkToken, tokenErrors } from '../link-token.ts';

const RequestAccommodation = z.object({
  link_token: LinkToken,
  kind: Accommodation.shape.kind,
  message: exactText(limits.accommodation_message),
});

const AccommodationRequested = z.object({
  accommodation_id: Id,
  message: z.string(),
});

export const requestAccommodationEndpoint = row({
  method: 'POST',
  path: '/api/ai-interview/public/accommodation/',
  folder: 'request-accommodation',
  access: 'candidate',
  summary: 'Ask the recruiter for more time or another format',
  uses: ['table:read', 'table:write', 'link-keys'],
  body: RequestAccommodation,
  status: 200,
  response: AccommodationRequested,
  errors: [...tokenErrors, 'link_expired', 'interview_completed', 'too_many_requests', 'conflict'],
});

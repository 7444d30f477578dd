import * as z from 'zod';
import type { ErrorCode } from '../../domain/errors.ts';
import { gatewayError } from '../../http/gateway-errors.ts';
import { statuses } from '../../http/statuses.ts';
import { DraftView } from '../draft-view.ts';
import type { EndpointRow } from '../endpoint-row.ts';
import type { Named } from './named.ts';

/** What each code means, with an example of its sentence, which clients show and never compare. */
const meanings: Readonly<Record<ErrorCode, readonly [meaning: string, sentence: string]>> = {
  invalid_input: ['The request cannot be taken.', 'ends_at must be after starts_at'],
  interview_not_scheduled: [
    'The interview has no start and end yet.',
    'Interview must have a scheduled start time to generate AI interview link',
  ],
  interview_not_ai: [
    'The interview is not to be held by AI.',
    'Interview must be configured for AI interview to generate AI interview link',
  ],
  invalid_cursor: [
    'The cursor was altered, or is that of another list.',
    'The cursor is not one of this list: begin again without one',
  ],
  unauthorized: [
    'There is no valid access token.',
    'Log in first: the access token is missing or no longer valid',
  ],
  invalid_credentials: ['The login was refused.', 'Invalid email or password'],
  new_password_required: [
    'The password is temporary.',
    'This password is temporary: send new_password with it to choose your own',
  ],
  link_invalid: ['The token is not that of a link.', 'Invalid interview token'],
  link_replaced: ['The link was replaced by a newer one.', 'Invalid interview token'],
  forbidden: [
    'The account lacks the role, or the firewall has blocked the request.',
    'Your account is not allowed to do this',
  ],
  link_not_open: ['The link is not open yet.', 'The interview opens at 2026-12-01T09:45:00Z'],
  link_expired: ['The link has expired.', 'The link expired at 2026-12-01T13:00:00Z'],
  notice_required: [
    'The notice on the use of AI has to be accepted first.',
    'The candidate must accept the notice on the use of AI first: send notice_version',
  ],
  not_found: ['There is nothing at this address.', 'There is nothing at this address'],
  interview_not_found: ['There is no such interview.', 'Interview not found'],
  link_not_found: [
    'There is no such interview, or it has no link.',
    'No interview link found for this interview',
  ],
  kit_not_found: [
    'There is no such interview kit, version or question.',
    'Interview kit not found',
  ],
  already_answered: [
    'The question has another answer, which stays.',
    'This question has already been answered',
  ],
  interview_completed: ['The interview is completed.', 'The interview is completed'],
  interview_cancelled: ['The interview was cancelled.', 'The interview was cancelled'],
  not_started: ['The interview has not been started.', 'Start the interview before answering'],
  not_completed: [
    'The interview is not completed yet.',
    'Only a completed interview can be evaluated',
  ],
  draft_outdated: [
    'A draft with this version or a higher one is stored; here it is.',
    'A newer draft of this answer has already been saved',
  ],
  conflict: [
    'Another request changed the same thing at the same time. Nothing was written.',
    'Another request is changing the same thing; try again',
  ],
  version_conflict: [
    'The kit has a newer version than the one that was changed.',
    'The newest version of the kit is 3: read it and change that one',
  ],
  kit_not_approved: [
    'This deployment wants approved kits only, and no version of the job’s kit is approved.',
    'No approved interview kit: approve a version of the job’s kit, or create one with POST /api/interview-kits/',
  ],
  kit_archived: ['The kit is in the archive.', 'The interview kit is archived'],
  payload_too_large: ['The body is too large.', 'The request is larger than 10 MB'],
  throttled: ['There were too many requests.', 'Too many requests; try again in a moment'],
  internal_error: [
    'A defect of the service.',
    'Something went wrong on our side; try again in a moment',
  ],
  ai_unavailable: [
    'The model could not write what was asked for. Nothing was written.',
    'Failed to generate AI interview link: the AI service is busy',
  ],
  budget_reached: [
    'The day’s budget for models is spent. It starts anew at midnight (UTC).',
    'Failed to write the interview kit: today’s budget for the AI service is spent',
  ],
  unavailable: [
    'A part of the service is not available.',
    'The service is not available; try again in a moment',
  ],
  timeout: [
    'There was no answer in time.',
    'This took too long; try again. Nothing that was saved is lost',
  ],
};

const Issue = z.object({ path: z.string(), message: z.string() });

/** Further fields of some errors. */
const details: Readonly<Partial<Record<ErrorCode, z.core.$ZodShape>>> = {
  // The gateway's own refusal has none.
  invalid_input: { issues: z.array(Issue).optional() },
  link_not_open: {
    starts_at: z.string(),
    ends_at: z.string(),
    opens_at: z.string(),
    expires_at: z.string(),
    server_time: z.string(),
    job_title: z.string(),
  },
  link_expired: { expires_at: z.string(), server_time: z.string() },
  notice_required: { notice_version: z.string() },
  draft_outdated: { draft: DraftView },
  version_conflict: { version: z.int() },
};

/** The codes whose answer can say in `Retry-After` when to try again. */
const temporary: readonly ErrorCode[] = [
  'throttled',
  'conflict',
  'ai_unavailable',
  'budget_reached',
  'unavailable',
];
export const canBeRetried = (code: ErrorCode): boolean => temporary.includes(code);

/** The name of a code's response; its schema has `Error` behind it. */
export const responseName = (code: ErrorCode): string =>
  code.replace(/(?:^|_)(.)/g, (_, letter: string) => letter.toUpperCase());
export const schemaName = (code: ErrorCode): string =>
  `${responseName(code).replace(/Error$/, '')}Error`;

/** The schemas of errors, one for each code, so that clients can tell them and their fields apart. */
export const errorSchemas = (codes: readonly ErrorCode[]): Record<string, Named> =>
  Object.fromEntries([
    ['Issue', issue],
    ...codes.map((code) => [schemaName(code), errorSchema(code)]),
  ]);

const issue: Named = {
  schema: Issue,
  description: 'Something in a request that cannot be taken.',
  fields: { message: ['What is wrong, as a sentence', 'ends_at must be after starts_at'] },
};

const errorSchema = (code: ErrorCode): Named => {
  const [description, sentence] = meanings[code];
  return {
    schema: z.object({
      error: z.string(),
      code: z.literal(code),
      ...details[code],
      ...(statuses[code] >= 500 && { request_id: z.string() }),
    }),
    description,
    shown: ['issues'],
    fields: {
      error: ['One sentence for a person', sentence],
      draft: 'The stored draft',
      version: ['The newest version', 3],
      notice_version: 'The version to show and to accept',
    },
  };
};

/** What API Gateway itself can answer to a request for an endpoint. */
const typesOf = ({ access, body, params, query }: EndpointRow) => [
  ...(body || params || query ? ['BAD_REQUEST_PARAMETERS'] : []),
  ...(access === 'recruiter' ? ['UNAUTHORIZED', 'ACCESS_DENIED'] : []),
  'WAF_FILTERED',
  'REQUEST_TOO_LARGE',
  'THROTTLED',
  'DEFAULT_5XX',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
];

/** The error codes of an endpoint by status: its own and the gateway's. */
export const errorsOf = (row: EndpointRow): ReadonlyMap<number, readonly ErrorCode[]> => {
  const own = row.errors.map((code) => ({ status: statuses[code], code }));
  const byStatus = Map.groupBy([...typesOf(row).map(gatewayError), ...own], ({ status }) => status);
  return new Map(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, errors]) => [status, [...new Set(errors.map(({ code }) => code))]]),
  );
};

import * as z from 'zod';
import type { ErrorCode } from '../../domain/errors.ts';
import { InterviewStatus } from '../../domain/interview.ts';
import { gatewayError } from '../../http/gateway-errors.ts';
import { statuses } from '../../http/statuses.ts';
import { DraftView } from '../draft-view.ts';
import { type EndpointRow, needsLogin } from '../endpoint-row.ts';
import { Issue } from '../refusal.ts';
import type { Named } from './named.ts';
import { meanings } from './words/meanings.ts';

/** Further fields of some errors. */
const details: Readonly<Partial<Record<ErrorCode, z.core.$ZodShape>>> = {
  invalid_input: { issues: z.array(Issue) },
  link_not_open: {
    starts_at: z.string(),
    ends_at: z.string(),
    opens_at: z.string(),
    expires_at: z.string(),
    server_time: z.string(),
    job_title: z.string(),
  },
  link_expired: {
    status: InterviewStatus.exclude(['cancelled']),
    unsent_questions: z.array(z.int()).optional(),
    expires_at: z.string(),
    server_time: z.string(),
  },
  already_answered: { response_text: z.string().optional() },
  notice_required: { notice_version: z.string() },
  draft_outdated: { draft: DraftView },
  version_conflict: { version: z.int() },
  update_conflict: { updated_at: z.string() },
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
      error: ['Human-readable message', sentence],
      draft: 'The stored draft',
      unsent_questions: [
        'While the interview is in progress: the numbers, from 1 in the order asked, of questions with a draft that was not sent',
        [2],
      ],
      response_text: 'The stored answer, where a draft was refused because of it',
      version: ['The newest version', 3],
      notice_version: 'The version to show and to accept',
    },
  };
};

/** What API Gateway itself can answer to a request for an endpoint. */
const typesOf = ({ access, body, params, query }: EndpointRow) => [
  ...(body || params || query ? ['BAD_REQUEST_PARAMETERS'] : []),
  ...(needsLogin(access) ? ['UNAUTHORIZED', 'ACCESS_DENIED'] : []),
  'WAF_FILTERED',
  'REQUEST_TOO_LARGE',
  'THROTTLED',
  'DEFAULT_5XX',
  'INTEGRATION_FAILURE',
  'INTEGRATION_TIMEOUT',
];

/** The error codes of an endpoint by status: its own and the gateway's. */
export const errorsOf = (row: EndpointRow): ReadonlyMap<number, readonly ErrorCode[]> => {
  const codes = [...row.errors, ...(row.idempotent ? (['idempotency_mismatch'] as const) : [])];
  const own = codes.map((code) => ({ status: statuses[code], code }));
  const byStatus = Map.groupBy([...typesOf(row).map(gatewayError), ...own], ({ status }) => status);
  return new Map(
    [...byStatus]
      .toSorted(([a], [b]) => a - b)
      .map(([status, errors]) => [status, [...new Set(errors.map(({ code }) => code))]]),
  );
};

import type { ErrorCode } from '../domain/errors.ts';

/** The HTTP status of each error code. */
export const statuses: Readonly<Record<ErrorCode, number>> = {
  invalid_input: 400,
  interview_not_scheduled: 400,
  interview_not_ai: 400,
  invalid_cursor: 400,
  unauthorized: 401,
  invalid_credentials: 401,
  new_password_required: 401,
  link_invalid: 401,
  link_replaced: 401,
  forbidden: 403,
  link_not_open: 403,
  link_expired: 403,
  notice_required: 403,
  not_found: 404,
  interview_not_found: 404,
  link_not_found: 404,
  kit_not_found: 404,
  already_answered: 409,
  interview_completed: 409,
  interview_cancelled: 409,
  not_started: 409,
  not_completed: 409,
  draft_outdated: 409,
  conflict: 409,
  version_conflict: 409,
  kit_not_approved: 409,
  kit_archived: 409,
  payload_too_large: 413,
  throttled: 429,
  too_many_requests: 429,
  internal_error: 500,
  ai_unavailable: 500,
  budget_reached: 503,
  unavailable: 503,
  timeout: 504,
};

/** The headers of every response: no caching, and no URL (it may contain a token) as referrer. */
export const commonHeaders = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
} as const;

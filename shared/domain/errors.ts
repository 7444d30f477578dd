/** Every `code` that an API response can have. Stable: clients compare them. */
export type ErrorCode =
  | 'invalid_input'
  | 'interview_not_scheduled'
  | 'interview_not_ai'
  | 'invalid_cursor'
  | 'invalid_code'
  | 'weak_password'
  | 'unauthorized'
  | 'invalid_credentials'
  | 'new_password_required'
  | 'invalid_client'
  | 'link_invalid'
  | 'link_replaced'
  | 'forbidden'
  | 'link_not_open'
  | 'link_expired'
  | 'notice_required'
  | 'not_found'
  | 'interview_not_found'
  | 'link_not_found'
  | 'kit_not_found'
  | 'user_not_found'
  | 'already_answered'
  | 'interview_completed'
  | 'interview_cancelled'
  | 'interview_started'
  | 'not_started'
  | 'not_completed'
  | 'draft_outdated'
  | 'conflict'
  | 'version_conflict'
  | 'update_conflict'
  | 'has_link'
  | 'kit_not_approved'
  | 'kit_archived'
  | 'legal_hold'
  | 'payload_too_large'
  | 'idempotency_mismatch'
  | 'throttled'
  | 'too_many_requests'
  | 'internal_error'
  | 'ai_unavailable'
  | 'budget_reached'
  | 'unavailable'
  | 'timeout';

interface AppErrorOptions extends ErrorOptions {
  /** Further fields of the response, for example `opens_at`. Shown to the client. */
  details?: Record<string, unknown>;
  /** Seconds after which a retry can help. */
  retry_after?: number;
}

/** An error whose message is one human-readable sentence that is safe to show to anyone. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly details: Record<string, unknown>;
  readonly retry_after: number | undefined;
  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? {};
    this.retry_after = options.retry_after;
  }
}

/** Another request changed the same thing and nothing was written; trying again may succeed. */
export const conflict = (cause?: unknown): AppError =>
  new AppError('conflict', 'Another request is changing the same thing; try again', {
    cause,
    retry_after: 1,
  });

/** There is no such interview, or no longer. */
export const interviewNotFound = (cause?: unknown): AppError =>
  new AppError('interview_not_found', 'Interview not found', { cause });

/**
 * What a client sent and cannot be taken.
 * @param wrong each field, empty for the whole body, with the end of a sentence that begins with it
 */
export const invalidInput = (
  wrong: readonly { path: string; message: string }[],
  cause?: unknown,
): AppError => {
  const issues = wrong.map(({ path, message }) => ({
    path,
    message: `${path || 'The request body'} ${message}`,
  }));
  const [first] = issues;
  return new AppError('invalid_input', first?.message ?? 'The request is not valid', {
    details: { issues },
    cause,
  });
};

/** A deployment that is configured wrongly; the message says in one sentence what to set. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError';
}

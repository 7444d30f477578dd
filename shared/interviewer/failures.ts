import { InterviewerError, type InterviewerFailure } from './interviewer.ts';

/**
 * Bedrock's errors by name. Any other (access denied, no such model, invalid request, model not ready,
 * internal error, no connection) is `unavailable`; the cause stays on the error for the log.
 */
const byName: Readonly<Record<string, InterviewerFailure>> = {
  ThrottlingException: 'throttled',
  ServiceQuotaExceededException: 'throttled',
  ModelTimeoutException: 'timeout',
  AbortError: 'timeout',
  TimeoutError: 'timeout',
};

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : '');

/** An SDK error as one of our errors. */
export const translateError = (error: unknown): InterviewerError =>
  error instanceof InterviewerError
    ? error
    : new InterviewerError(byName[nameOf(error)] ?? 'unavailable', { cause: error });

/** 408 and 424: the model's own hiccups, which the SDK does not retry. */
export const isWorthRetrying = (error: unknown): boolean =>
  nameOf(error) === 'ModelTimeoutException' || nameOf(error) === 'ModelErrorException';

/** Why a reply is unusable, from its stop reason; null if it may be usable. */
export const failureOfStop = (stop: string | undefined): InterviewerFailure | null => {
  if (stop === 'max_tokens' || stop === 'model_context_window_exceeded') return 'truncated';
  if (stop === 'guardrail_intervened') return 'guardrail';
  if (stop === 'content_filtered' || stop === 'refusal') return 'refused';
  return null;
};

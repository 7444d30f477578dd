import type { ErrorCode } from '../domain/errors.ts';
import { commonHeaders, statuses } from './statuses.ts';

/** An error that API Gateway itself returns, before or instead of a function. */
export interface GatewayError {
  /** API Gateway's name for the response. */
  type: string;
  status: number;
  error: string;
  code: ErrorCode;
  /** Seconds after which a retry can help. */
  retry_after?: number;
}

const noRoute = { error: 'There is nothing at this address', code: 'not_found' } as const;
const noToken = {
  error: 'Log in first: the access token is missing or no longer valid',
  code: 'unauthorized',
} as const;

const texts: readonly Omit<GatewayError, 'status'>[] = [
  // API Gateway responds to a path without a route with 403 "missing authentication token".
  { type: 'MISSING_AUTHENTICATION_TOKEN', ...noRoute },
  { type: 'RESOURCE_NOT_FOUND', ...noRoute },
  { type: 'UNAUTHORIZED', ...noToken },
  { type: 'EXPIRED_TOKEN', ...noToken },
  { type: 'INVALID_SIGNATURE', ...noToken },
  { type: 'ACCESS_DENIED', error: 'Your account is not allowed to do this', code: 'forbidden' },
  { type: 'WAF_FILTERED', error: 'This request was blocked', code: 'forbidden' },
  { type: 'BAD_REQUEST_BODY', error: 'The request body cannot be read', code: 'invalid_input' },
  {
    type: 'BAD_REQUEST_PARAMETERS',
    error: 'The request parameters cannot be read',
    code: 'invalid_input',
  },
  {
    type: 'REQUEST_TOO_LARGE',
    error: 'The request is larger than 10 MB',
    code: 'payload_too_large',
  },
  {
    type: 'THROTTLED',
    error: 'Too many requests; try again in a moment',
    code: 'throttled',
    retry_after: 1,
  },
  {
    type: 'QUOTA_EXCEEDED',
    error: 'Too many requests today; try again tomorrow',
    code: 'throttled',
    retry_after: 3600,
  },
  {
    type: 'INTEGRATION_TIMEOUT',
    error: 'This took too long; try again. Nothing that was saved is lost',
    code: 'timeout',
  },
  {
    type: 'INTEGRATION_FAILURE',
    error: 'The service is not available; try again in a moment',
    code: 'unavailable',
    retry_after: 5,
  },
  { type: 'DEFAULT_4XX', error: 'The request cannot be handled', code: 'invalid_input' },
  {
    type: 'DEFAULT_5XX',
    error: 'Something went wrong on our side; try again in a moment',
    code: 'internal_error',
  },
];

/** API Gateway's own errors in our format, for both the deployed and the local gateway. */
export const gatewayErrors: readonly GatewayError[] = texts.map((text) => ({
  ...text,
  status: statuses[text.code],
}));

/** The entry of one of API Gateway's response types. @throws Error for an unknown type */
export const gatewayError = (type: string): GatewayError => {
  const found = gatewayErrors.find((error) => error.type === type);
  if (!found) throw new Error(`No gateway error is defined for ${type}`);
  return found;
};

/** The headers of an error that the gateway returns, beside its type. */
export const gatewayHeaders = ({ retry_after }: Pick<GatewayError, 'retry_after'>) => ({
  ...commonHeaders,
  ...(retry_after && { 'retry-after': String(retry_after) }),
});

/** The body of an error that the gateway returns; what is wrong with the input it cannot say by field. */
export const gatewayBody = (
  { status, error, code }: Omit<GatewayError, 'type'>,
  request_id: string,
) => ({
  error,
  code,
  ...(code === 'invalid_input' && { issues: [{ path: '', message: error }] }),
  ...(status >= 500 && { request_id }),
});

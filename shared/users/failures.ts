import {
  CodeMismatchException,
  CognitoIdentityProviderServiceException,
  ExpiredCodeException,
  InvalidParameterException,
  InvalidPasswordException,
  LimitExceededException,
  NotAuthorizedException,
  PasswordHistoryPolicyViolationException,
  TooManyFailedAttemptsException,
  TooManyRequestsException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { AppError } from '../domain/errors.ts';
import { unfitPassword } from '../domain/unfit-password.ts';

type Kind = abstract new (...given: never[]) => Error;

/** Whether it is one of these errors of the SDK. */
export const isOneOf = (error: unknown, kinds: readonly Kind[]) =>
  kinds.some((kind) => error instanceof kind);

/** Whether Cognito refused what was sent, and another try does not help. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof CognitoIdentityProviderServiceException &&
  error.$fault === 'client' &&
  !(error instanceof TooManyRequestsException);

/** Cognito's limits as `throttled`: those of all calls pass in seconds, those of one person in minutes. */
export const throttledBy = (error: unknown): AppError | null => {
  const all = error instanceof TooManyRequestsException;
  const one = isOneOf(error, [LimitExceededException, TooManyFailedAttemptsException]);
  if (!all && !one) return null;
  const when = all ? 'in a moment' : 'in a quarter of an hour';
  return new AppError('throttled', `Too many attempts; try again ${when}`, {
    cause: error,
    retry_after: all ? 5 : 900,
  });
};

/** Errors of a call with a new password, of which Cognito refuses the form as an invalid parameter. */
export const weakPassword = (error: unknown): AppError | null =>
  isOneOf(error, [
    InvalidPasswordException,
    InvalidParameterException,
    PasswordHistoryPolicyViolationException,
  ])
    ? new AppError('weak_password', `The new password ${unfitPassword}`, { cause: error })
    : null;

/** A wrong code and an old one, of whomever: the same error. */
export const wrongCode = (cause?: unknown): AppError =>
  new AppError('invalid_code', 'The code is wrong or no longer valid: ask for a new one', {
    cause,
  });

/** Errors of a code that is not the one that was sent. */
export const invalidCode = (error: unknown): AppError | null =>
  isOneOf(error, [
    CodeMismatchException,
    ExpiredCodeException,
    NotAuthorizedException,
    UserNotFoundException,
  ])
    ? wrongCode(error)
    : null;

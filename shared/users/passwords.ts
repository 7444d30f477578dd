import {
  ChangePasswordCommand,
  ConfirmForgotPasswordCommand,
  ForgotPasswordCommand,
  NotAuthorizedException,
  PasswordResetRequiredException,
  RevokeTokenCommand,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { AppError } from '../domain/errors.ts';
import { errorFacts, logger } from '../http/log.ts';
import {
  invalidCode,
  isOneOf,
  isRefusal,
  throttledBy,
  weakPassword,
  wrongCode,
} from './failures.ts';
import { requireLiveLogin } from './live-login.ts';
import type { Users } from './users.ts';

/** How long an answer to a forgotten password takes at least, in ms; longer than Cognito's own. */
const answerTime = 1_000;

/**
 * Has Cognito send a code for a new password, if somebody has this address. It answers in the same
 * way and time if nobody has: Cognito's refusals, which can be about a person, go to the log.
 * @throws AppError throttled
 */
export const forgotPassword = async (
  { cognito, client_id }: Users,
  Username: string,
  pause: (ms: number) => Promise<unknown>,
): Promise<void> => {
  const send = async () => {
    try {
      await cognito.send(new ForgotPasswordCommand({ ClientId: client_id, Username }));
    } catch (error) {
      if (!isRefusal(error)) throw throttledBy(error) ?? error;
      logger.warn('no code was sent', { error: errorFacts(error) });
    }
  };
  await Promise.all([send(), pause(answerTime)]);
};

interface Reset {
  email: string;
  code: string;
  new_password: string;
}

/** What can be the name of an account: Cognito refuses anything else in the words of a weak password. */
const accountName = /^[\p{L}\p{M}\p{S}\p{N}\p{P}]{1,128}$/u;

/** Sets a new password with the code that was sent. @throws AppError invalid_code, weak_password, throttled */
export const resetPassword = async (
  { cognito, client_id }: Users,
  { email, code, new_password }: Reset,
): Promise<void> => {
  if (!accountName.test(email)) throw wrongCode();
  try {
    await cognito.send(
      new ConfirmForgotPasswordCommand({
        ClientId: client_id,
        Username: email,
        ConfirmationCode: code,
        Password: new_password,
      }),
    );
  } catch (error) {
    throw throttledBy(error) ?? weakPassword(error) ?? invalidCode(error) ?? error;
  }
};

interface Change {
  /** The caller's own access token. */
  access: string;
  password: string;
  new_password: string;
}

const wrong = [NotAuthorizedException, PasswordResetRequiredException, UserNotFoundException];

/**
 * Changes the password of whoever is logged in.
 * @throws AppError invalid_credentials for a wrong password, unauthorized if the login was ended,
 * weak_password, throttled
 */
export const changePassword = async ({ cognito }: Users, change: Change): Promise<void> => {
  try {
    await cognito.send(
      new ChangePasswordCommand({
        AccessToken: change.access,
        PreviousPassword: change.password,
        ProposedPassword: change.new_password,
      }),
    );
  } catch (error) {
    if (!isOneOf(error, wrong)) throw throttledBy(error) ?? weakPassword(error) ?? error;
    // Of a token that was revoked, Cognito says the same.
    await requireLiveLogin(cognito, change.access);
    throw new AppError('invalid_credentials', 'The current password is wrong', {
      cause: error,
    });
  }
};

/** Revokes a refresh token. One that Cognito does not know is as good as revoked. @throws AppError throttled */
export const revokeLogin = async ({ cognito, client_id }: Users, token: string): Promise<void> => {
  try {
    await cognito.send(new RevokeTokenCommand({ ClientId: client_id, Token: token }));
  } catch (error) {
    if (!isRefusal(error)) throw throttledBy(error) ?? error;
  }
};

import {
  type CognitoIdentityProviderClient,
  GetUserCommand,
  NotAuthorizedException,
  PasswordResetRequiredException,
  UserNotConfirmedException,
  UserNotFoundException,
} from '@aws-sdk/client-cognito-identity-provider';
import { AppError } from '../domain/errors.ts';
import { gatewayError } from '../http/gateway-errors.ts';
import { isOneOf, throttledBy } from './failures.ts';

/** The part of a call that has the access token. */
interface Sent {
  header(name: string): string;
}

/** The caller's own access token, as it was sent. */
export const accessTokenOf = ({ header }: Sent): string =>
  header('authorization').replace(/^Bearer\s+/i, '');

const ended = [
  NotAuthorizedException,
  PasswordResetRequiredException,
  UserNotConfirmedException,
  UserNotFoundException,
];

/**
 * Asks Cognito whether an access token still counts. The authorizer sees only its signature and age, so
 * it lets in for up to an hour whoever has been switched off or has lost a role.
 * @throws AppError unauthorized once the login was ended or the account switched off, throttled
 */
export const requireLiveLogin = async (
  cognito: CognitoIdentityProviderClient,
  access: string,
): Promise<void> => {
  try {
    await cognito.send(new GetUserCommand({ AccessToken: access }));
  } catch (cause) {
    if (!isOneOf(cause, ended)) throw throttledBy(cause) ?? cause;
    throw new AppError('unauthorized', gatewayError('UNAUTHORIZED').error, { cause });
  }
};

/** Passes only calls on to the logic whose login goes on; nothing is read or changed before that. */
export const withLiveLogin =
  <Called extends Sent, Answer>(
    cognito: CognitoIdentityProviderClient,
    run: (call: Called) => Promise<Answer>,
  ) =>
  async (call: Called): Promise<Answer> => {
    await requireLiveLogin(cognito, accessTokenOf(call));
    return run(call);
  };

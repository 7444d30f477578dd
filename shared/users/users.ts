import type { AuthenticationResultType } from '@aws-sdk/client-cognito-identity-provider';
import {
  CognitoIdentityProviderClient,
  InitiateAuthCommand,
  InvalidPasswordException,
  RespondToAuthChallengeCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { AppError, invalidInput } from '../domain/errors.ts';
import { unfitPassword } from '../domain/unfit-password.ts';
import { logged } from '../http/log.ts';
import { isRefusal, throttledBy } from './failures.ts';

/** The recruiters' accounts, reached through one app client of the user pool. */
export interface Users {
  cognito: CognitoIdentityProviderClient;
  client_id: string;
}

/**
 * Connects to the user pool through the app client `client_id`.
 * @param maxAttempts 1 for calls that are limited per person: the client would try again at such a
 * limit, and the time that takes would tell that there is such a person
 */
export const connectUsers = (client_id: string, maxAttempts = 3): Users => ({
  cognito: logged(new CognitoIdentityProviderClient({ maxAttempts })),
  client_id,
});

export interface Credentials {
  email: string;
  password: string;
  new_password?: string | undefined;
}

const invalid = (cause?: unknown) =>
  new AppError('invalid_credentials', 'Invalid email or password', { cause });

// Whatever Cognito's reason (unknown, disabled, unconfirmed, locked), the error is the same.
const translated = (error: unknown): unknown => {
  if (error instanceof InvalidPasswordException) {
    return invalidInput([{ path: 'new_password', message: unfitPassword }], error);
  }
  return isRefusal(error) ? invalid(error) : (throttledBy(error) ?? error);
};

const tokensOf = (result: AuthenticationResultType | undefined) => {
  if (!result?.AccessToken || !result.ExpiresIn) throw invalid();
  return {
    access: result.AccessToken,
    expires_in: result.ExpiresIn,
    refresh: result.RefreshToken,
    id: result.IdToken,
  };
};

/**
 * Logs a recruiter in; `new_password` replaces the temporary one of a new account.
 * @returns tokens; `expires_in` in seconds, `id` says who it is
 * @throws AppError invalid_credentials for every kind of refusal, new_password_required,
 * invalid_input for a new password that is too weak
 */
export const logIn = async (users: Users, { email, password, new_password }: Credentials) => {
  try {
    const answer = await users.cognito.send(
      new InitiateAuthCommand({
        AuthFlow: 'USER_PASSWORD_AUTH',
        ClientId: users.client_id,
        AuthParameters: { USERNAME: email, PASSWORD: password },
      }),
    );
    if (!answer.ChallengeName) return tokensOf(answer.AuthenticationResult);
    if (answer.ChallengeName !== 'NEW_PASSWORD_REQUIRED') throw invalid();
    if (!new_password) {
      throw new AppError(
        'new_password_required',
        'This password is temporary: send new_password with it to choose your own',
      );
    }
    const changed = await users.cognito.send(
      new RespondToAuthChallengeCommand({
        ChallengeName: 'NEW_PASSWORD_REQUIRED',
        ClientId: users.client_id,
        Session: answer.Session,
        ChallengeResponses: { USERNAME: email, NEW_PASSWORD: new_password },
      }),
    );
    return tokensOf(changed.AuthenticationResult);
  } catch (error) {
    throw translated(error);
  }
};

/** Gets a new access token. @throws AppError invalid_credentials */
export const refreshLogin = async (users: Users, refresh: string) => {
  try {
    const answer = await users.cognito.send(
      new InitiateAuthCommand({
        AuthFlow: 'REFRESH_TOKEN_AUTH',
        ClientId: users.client_id,
        AuthParameters: { REFRESH_TOKEN: refresh },
      }),
    );
    return tokensOf(answer.AuthenticationResult);
  } catch (error) {
    const refused = translated(error);
    throw refused instanceof AppError && refused.code === 'invalid_credentials'
      ? new AppError('invalid_credentials', 'The login has expired; log in again', { cause: error })
      : refused;
  }
};

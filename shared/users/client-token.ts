import {
  CognitoIdentityProviderClient,
  GetClientTokenCommand,
} from '@aws-sdk/client-cognito-identity-provider';
import { AppError } from '../domain/errors.ts';
import { logged } from '../http/log.ts';
import { isRefusal, throttledBy } from './failures.ts';

/** Connects to Cognito, which knows the user pool of a machine client by the client's id. */
export const connectMachines = (): CognitoIdentityProviderClient =>
  logged(new CognitoIdentityProviderClient({}));

export interface ClientCredentials {
  client_id: string;
  client_secret: string;
  /** Names with blanks between; all that the client has if left out. */
  scope?: string | undefined;
}

const invalidClient = (cause?: unknown) =>
  new AppError('invalid_client', 'Invalid client id, secret or scope', { cause });

// Whatever Cognito's reason (unknown, a person's client, a scope it lacks), the error is the same.
const translated = (error: unknown): unknown =>
  isRefusal(error) ? invalidClient(error) : (throttledBy(error) ?? error);

/**
 * Gets an access token for a machine client.
 * @returns the token, and for how many seconds it is valid
 * @throws AppError invalid_client for every kind of refusal, throttled
 */
export const issueToken = async (
  cognito: CognitoIdentityProviderClient,
  { client_id, client_secret, scope }: ClientCredentials,
) => {
  const answer = await cognito
    .send(
      new GetClientTokenCommand({
        ClientId: client_id,
        Secret: client_secret,
        ...(scope && { Scopes: [...new Set(scope.split(' '))] }),
      }),
    )
    .catch((error: unknown) => {
      throw translated(error);
    });
  const { AccessToken: access, ExpiresIn: expires_in } = answer.ClientAuthenticationResult ?? {};
  if (!access || !expires_in) throw invalidClient();
  return { access, expires_in };
};

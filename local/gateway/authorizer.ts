import { JwtVerifier } from 'aws-jwt-verify';

/** The part of the user pool that the authorizer needs. */
interface PoolKeys {
  issuer: string;
  clientId: string;
  jwks: Parameters<ReturnType<typeof JwtVerifier.create>['cacheJwks']>[0];
}

/** Returns the claims of a valid token, as the strings that API Gateway passes on; or null. */
export type Authorizer = (
  authorization: string | undefined,
) => Promise<Record<string, string> | null>;

const scope = 'aws.cognito.signin.user.admin';

/** Checks access tokens as API Gateway's Cognito authorizer does with `authorizationScopes`. */
export const createAuthorizer = ({ issuer, clientId, jwks }: PoolKeys): Authorizer => {
  const verifier = JwtVerifier.create({
    issuer,
    audience: null,
    scope,
    customJwtCheck: ({ payload }) => {
      if (payload.token_use !== 'access' || payload.client_id !== clientId) {
        throw new Error('Not an access token of this client');
      }
    },
  });
  verifier.cacheJwks(jwks);
  return async (authorization) => {
    const token = authorization?.replace(/^Bearer\s+/i, '');
    if (!token) return null;
    try {
      const payload = await verifier.verify(token);
      return Object.fromEntries(
        Object.entries(payload).map(([name, value]) => [
          name,
          Array.isArray(value) ? value.join(',') : String(value),
        ]),
      );
    } catch {
      return null;
    }
  };
};

import { JwtVerifier } from 'aws-jwt-verify';
import { machineScopes, personScope } from '../../shared/http/caller.ts';

/** The part of the user pool that the authorizer needs. */
interface PoolKeys {
  issuer: string;
  hasClient(id: string): boolean;
  jwks: Parameters<ReturnType<typeof JwtVerifier.create>['cacheJwks']>[0];
}

/** Returns the claims of a valid token, as the strings that API Gateway passes on; or null. */
export type Authorizer = (
  authorization: string | undefined,
) => Promise<Record<string, string> | null>;

/** Checks access tokens as API Gateway's Cognito authorizer does with `authorizationScopes`. */
export const createAuthorizer = ({ issuer, hasClient, jwks }: PoolKeys): Authorizer => {
  const verifier = JwtVerifier.create({
    issuer,
    audience: null,
    // One of them is enough.
    scope: [personScope, ...Object.values(machineScopes)],
    customJwtCheck: ({ payload }) => {
      if (payload.token_use !== 'access' || !hasClient(String(payload.client_id))) {
        throw new Error('Not an access token of this pool');
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

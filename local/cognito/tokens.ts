import { randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, importJWK, type JWTPayload, SignJWT } from 'jose';
import type { User, UserPool } from './user-pool.ts';

/** The values that all tokens of one sign-in share, across every refresh. */
interface SignIn {
  originJti: string;
  authTime: number;
}

export type TokenIssuer = Awaited<ReturnType<typeof createTokenIssuer>>;

/** Seconds. */
export const tokenLife = 3600;

/** Signs tokens with the claims that Cognito gives them. */
export const createTokenIssuer = async (pool: UserPool, issuer: string) => {
  const { kty, n, e } = pool.state.signingKey;
  const kid = await calculateJwkThumbprint({ kty, n, e });
  const key = await importJWK(pool.state.signingKey, 'RS256');
  /** The public half of the key, as the key set that verifiers read. */
  const jwks = { keys: [{ kty, n, e, kid, alg: 'RS256', use: 'sig' }] };
  /** An access or ID token with these claims, valid from now on. */
  const sign = (claims: JWTPayload) => {
    const iat = Math.floor(pool.now() / 1000);
    const payload = { ...claims, iss: issuer, iat, exp: iat + tokenLife };
    return new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid }).sign(key);
  };

  /** New access and ID tokens, as `AuthenticationResult` has them. */
  const issue = async (user: User, { originJti, authTime }: SignIn) => {
    const claims = {
      sub: user.sub,
      // Cognito leaves the claim out for a user without groups.
      ...(user.groups.length > 0 && { 'cognito:groups': user.groups }),
      origin_jti: originJti,
      event_id: randomUUID(),
      auth_time: Math.floor(authTime / 1000),
    };
    const access = {
      ...claims,
      client_id: pool.clientId,
      token_use: 'access',
      scope: 'aws.cognito.signin.user.admin',
      jti: randomUUID(),
      username: user.sub,
    };
    const id = {
      ...claims,
      aud: pool.clientId,
      token_use: 'id',
      jti: randomUUID(),
      'cognito:username': user.sub,
      email: user.email,
      email_verified: true,
      ...(user.name && { name: user.name }),
    };
    return {
      AccessToken: await sign(access),
      IdToken: await sign(id),
      ExpiresIn: tokenLife,
      TokenType: 'Bearer',
    };
  };
  return { jwks, issue, sign };
};

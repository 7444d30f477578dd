import { randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, importJWK, type JWTPayload, SignJWT } from 'jose';
import type { User, UserPool } from './user-pool.ts';

/** The public half of the signing key, as the key set that verifiers read. */
export type KeySet = {
  keys: { kty: 'RSA'; n: string; e: string; kid: string; alg: 'RS256'; use: 'sig' }[];
};

/** What the tokens of one sign-in share, over every refresh. */
export type SignIn = { originJti: string; authTime: number };

export type TokenIssuer = {
  issuer: string;
  jwks: KeySet;
  /** New access and ID tokens, as `AuthenticationResult` has them. */
  issue(user: User, signIn: SignIn): Promise<IssuedTokens>;
};

export type IssuedTokens = {
  AccessToken: string;
  IdToken: string;
  ExpiresIn: number;
  TokenType: 'Bearer';
};

export const TOKEN_LIFE_SECONDS = 3600;

/** Signs tokens with the claims that Cognito gives them. */
export async function createTokenIssuer(pool: UserPool, issuer: string): Promise<TokenIssuer> {
  const { kty, n, e } = pool.state.signingKey;
  const kid = await calculateJwkThumbprint({ kty, n, e });
  const key = await importJWK(pool.state.signingKey, 'RS256');
  const sign = (payload: JWTPayload) =>
    new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid }).sign(key);

  return {
    issuer,
    jwks: { keys: [{ kty, n, e, kid, alg: 'RS256', use: 'sig' }] },
    async issue(user, { originJti, authTime }) {
      const iat = Math.floor(pool.now() / 1000);
      const claims = {
        sub: user.sub,
        // Cognito leaves the claim out for a user without groups.
        ...(user.groups.length > 0 && { 'cognito:groups': user.groups }),
        iss: issuer,
        origin_jti: originJti,
        event_id: randomUUID(),
        auth_time: Math.floor(authTime / 1000),
        iat,
        exp: iat + TOKEN_LIFE_SECONDS,
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
      };
      return {
        AccessToken: await sign(access),
        IdToken: await sign(id),
        ExpiresIn: TOKEN_LIFE_SECONDS,
        TokenType: 'Bearer',
      };
    },
  };
}

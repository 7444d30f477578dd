import { createHash, randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Operation, operation } from '../wire/json-rpc.ts';
import { ServiceError } from '../wire/service-error.ts';
import { checkPolicy, hashPassword, verifyPassword } from './password.ts';
import type { TokenIssuer } from './tokens.ts';
import { findUser, type User, type UserPool } from './user-pool.ts';

const REFRESH_LIFE_MS = 30 * 24 * 3600 * 1000;
// Cognito's default for how long a challenge may take.
const SESSION_LIFE_MS = 3 * 60 * 1000;

const Parameters = z.record(z.string(), z.string());
const InitiateAuthInput = z.object({
  AuthFlow: z.string(),
  AuthParameters: Parameters.default({}),
  ClientId: z.string(),
});
const RespondToAuthChallengeInput = z.object({
  ChallengeName: z.string(),
  ChallengeResponses: Parameters.default({}),
  ClientId: z.string(),
  Session: z.string().optional(),
});

/** The operations that need no credentials: they are how one gets tokens. */
export function signInOperations(pool: UserPool, tokens: TokenIssuer): Record<string, Operation> {
  // A challenge that a restart interrupts begins anew, as one that took too long does.
  const sessions = new Map<string, { sub: string; expires: number }>();

  const passwordSignIn = async (parameters: Record<string, string>) => {
    const username = required(parameters, 'USERNAME');
    const password = required(parameters, 'PASSWORD');
    const user = findUser(pool, username);
    // Unknown user and wrong password are one answer after the same work.
    if (!(await verifyPassword(password, user?.password)) || !user) {
      throw notAuthorized('Incorrect username or password.');
    }
    if (user.status === 'CONFIRMED') return signedIn(pool, tokens, user);
    if (user.temporaryUntil !== undefined && user.temporaryUntil < pool.now()) {
      throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
    }
    const session = randomBytes(48).toString('base64url');
    forgetExpired(sessions, pool.now());
    sessions.set(session, { sub: user.sub, expires: pool.now() + SESSION_LIFE_MS });
    return {
      ChallengeName: 'NEW_PASSWORD_REQUIRED',
      Session: session,
      ChallengeParameters: {
        USER_ID_FOR_SRP: user.sub,
        requiredAttributes: '[]',
        userAttributes: JSON.stringify({ email: user.email, email_verified: 'true' }),
      },
    };
  };

  const refresh = async (parameters: Record<string, string>) => {
    const grant = pool.state.refreshGrants[digest(required(parameters, 'REFRESH_TOKEN'))];
    const user = grant && pool.state.users[grant.sub];
    if (!grant || !user) throw notAuthorized('Invalid Refresh Token');
    if (grant.expires <= pool.now()) throw notAuthorized('Refresh Token has expired');
    return { AuthenticationResult: await tokens.issue(user, grant), ChallengeParameters: {} };
  };

  const initiateAuth = (input: z.output<typeof InitiateAuthInput>) => {
    requireClient(pool, input.ClientId);
    switch (input.AuthFlow) {
      case 'USER_PASSWORD_AUTH':
        return passwordSignIn(input.AuthParameters);
      case 'REFRESH_TOKEN_AUTH':
      case 'REFRESH_TOKEN':
        return refresh(input.AuthParameters);
      default:
        throw invalid(`${input.AuthFlow} flow not enabled for this client`);
    }
  };

  const respondToAuthChallenge = async (input: z.output<typeof RespondToAuthChallengeInput>) => {
    requireClient(pool, input.ClientId);
    if (input.ChallengeName !== 'NEW_PASSWORD_REQUIRED') throw invalid('Challenge not supported.');
    const username = required(input.ChallengeResponses, 'USERNAME');
    const password = required(input.ChallengeResponses, 'NEW_PASSWORD');
    const session = sessions.get(input.Session ?? '');
    const user = session && pool.state.users[session.sub];
    if (!session || !user || findUser(pool, username) !== user) {
      throw notAuthorized('Invalid session for the user.');
    }
    if (session.expires <= pool.now()) {
      throw notAuthorized('Invalid session for the user, session is expired.');
    }
    // Before the session is spent: a password refused here may be tried again better.
    checkPolicy(password);
    sessions.delete(input.Session ?? '');
    user.password = await hashPassword(password);
    user.status = 'CONFIRMED';
    user.modified = pool.now();
    delete user.temporaryUntil;
    return signedIn(pool, tokens, user);
  };

  return {
    InitiateAuth: operation(InitiateAuthInput, initiateAuth),
    RespondToAuthChallenge: operation(RespondToAuthChallengeInput, respondToAuthChallenge),
  };
}

async function signedIn(pool: UserPool, tokens: TokenIssuer, user: User) {
  const signIn = { originJti: randomUUID(), authTime: pool.now() };
  const refreshToken = randomBytes(96).toString('base64url');
  for (const [key, { expires }] of Object.entries(pool.state.refreshGrants)) {
    if (expires <= pool.now()) delete pool.state.refreshGrants[key];
  }
  const expires = pool.now() + REFRESH_LIFE_MS;
  pool.state.refreshGrants[digest(refreshToken)] = { sub: user.sub, ...signIn, expires };
  await pool.save();
  const issued = await tokens.issue(user, signIn);
  return {
    AuthenticationResult: { ...issued, RefreshToken: refreshToken },
    ChallengeParameters: {},
  };
}

function forgetExpired(sessions: Map<string, { expires: number }>, now: number): void {
  for (const [session, { expires }] of sessions) if (expires <= now) sessions.delete(session);
}

function digest(refreshToken: string): string {
  return createHash('sha256').update(refreshToken).digest('hex');
}

function required(parameters: Record<string, string>, name: string): string {
  const value = parameters[name];
  if (!value) throw invalid(`Missing required parameter ${name}`);
  return value;
}

function requireClient(pool: UserPool, clientId: string): void {
  if (clientId === pool.clientId) return;
  throw new ServiceError(
    'ResourceNotFoundException',
    `User pool client ${clientId} does not exist.`,
  );
}

function notAuthorized(message: string): ServiceError {
  return new ServiceError('NotAuthorizedException', message);
}

function invalid(message: string): ServiceError {
  return new ServiceError('InvalidParameterException', message);
}

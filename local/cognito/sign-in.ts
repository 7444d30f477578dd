import { createHash, randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Operation, operation } from '../wire/json-rpc.ts';
import { ServiceError } from '../wire/service-error.ts';
import { createLockout } from './lockout.ts';
import { checkPolicy, hashPassword, verifyPassword } from './password.ts';
import type { TokenIssuer } from './tokens.ts';
import { findUser, type User, type UserPool } from './user-pool.ts';

const refreshLife = 30 * 24 * 3600 * 1000;
/** Cognito's default for how long a challenge may take, in ms. */
const sessionLife = 3 * 60 * 1000;

const Parameters = z.record(z.string(), z.string());
type Parameters = z.infer<typeof Parameters>;
const InitiateAuthInput = z.object({
  AuthFlow: z.string(),
  AuthParameters: Parameters.default({}),
  ClientId: z.string(),
});
const RespondToAuthChallengeInput = z.object({
  ChallengeName: z.string(),
  ChallengeResponses: Parameters.default({}),
  ClientId: z.string(),
  Session: z.string().default(''),
});

export const notAuthorized = (message: string) =>
  new ServiceError('NotAuthorizedException', message);
const invalid = (message: string) => new ServiceError('InvalidParameterException', message);

export const digest = (refreshToken: string) =>
  createHash('sha256').update(refreshToken).digest('hex');

const required = (parameters: Parameters, name: string): string => {
  const value = parameters[name];
  if (!value) throw invalid(`Missing required parameter ${name}`);
  return value;
};

export const requireClient = (pool: UserPool, clientId: string): void => {
  if (clientId === pool.clientId) return;
  const message = `User pool client ${clientId} does not exist.`;
  throw new ServiceError('ResourceNotFoundException', message);
};

const signedIn = async (pool: UserPool, tokens: TokenIssuer, user: User) => {
  const { refreshGrants } = pool.state;
  const signIn = { originJti: randomUUID(), authTime: pool.now() };
  const refreshToken = randomBytes(96).toString('base64url');
  for (const [key, { expires }] of Object.entries(refreshGrants)) {
    if (expires <= pool.now()) delete refreshGrants[key];
  }
  const expires = pool.now() + refreshLife;
  refreshGrants[digest(refreshToken)] = { sub: user.sub, ...signIn, expires };
  await pool.save();
  const issued = await tokens.issue(user, signIn);
  return {
    AuthenticationResult: { ...issued, RefreshToken: refreshToken },
    ChallengeParameters: {},
  };
};

/** The operations that need no credentials, because they are the way to get tokens. */
export const signInOperations = (
  pool: UserPool,
  tokens: TokenIssuer,
): Record<string, Operation> => {
  // A challenge that a restart interrupts starts over, as one that took too long does.
  const sessions = new Map<string, { sub: string; expires: number }>();

  const attempt = createLockout(pool.now);

  const passwordSignIn = async (parameters: Parameters) => {
    const username = required(parameters, 'USERNAME');
    const password = required(parameters, 'PASSWORD');
    const user = findUser(pool, username);
    // An unknown user and a wrong password get the same response after the same work.
    const matches = await attempt(user?.sub ?? username.toLowerCase(), () =>
      verifyPassword(password, user?.password),
    );
    if (matches === null) throw notAuthorized('Password attempts exceeded');
    if (!matches || !user) throw notAuthorized('Incorrect username or password.');
    if (user.disabled) throw notAuthorized('User is disabled.');
    if (user.status === 'CONFIRMED') return signedIn(pool, tokens, user);
    if (user.temporaryUntil !== undefined && user.temporaryUntil < pool.now()) {
      throw notAuthorized('Temporary password has expired and must be reset by an administrator.');
    }
    const session = randomBytes(48).toString('base64url');
    for (const [old, { expires }] of sessions) if (expires <= pool.now()) sessions.delete(old);
    sessions.set(session, { sub: user.sub, expires: pool.now() + sessionLife });
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

  const refresh = async (parameters: Parameters) => {
    const grant = pool.state.refreshGrants[digest(required(parameters, 'REFRESH_TOKEN'))];
    const user = grant && pool.state.users[grant.sub];
    if (!grant || !user) throw notAuthorized('Invalid Refresh Token');
    if (user.disabled) throw notAuthorized('User is disabled.');
    if (grant.expires <= pool.now()) throw notAuthorized('Refresh Token has expired');
    return { AuthenticationResult: await tokens.issue(user, grant), ChallengeParameters: {} };
  };

  const initiateAuth = operation(InitiateAuthInput, (input) => {
    requireClient(pool, input.ClientId);
    if (input.AuthFlow === 'USER_PASSWORD_AUTH') return passwordSignIn(input.AuthParameters);
    if (input.AuthFlow === 'REFRESH_TOKEN_AUTH') return refresh(input.AuthParameters);
    throw invalid(`${input.AuthFlow} flow not enabled for this client`);
  });

  const respondToAuthChallenge = operation(RespondToAuthChallengeInput, async (input) => {
    requireClient(pool, input.ClientId);
    if (input.ChallengeName !== 'NEW_PASSWORD_REQUIRED') throw invalid('Challenge not supported.');
    const username = required(input.ChallengeResponses, 'USERNAME');
    const password = required(input.ChallengeResponses, 'NEW_PASSWORD');
    const session = sessions.get(input.Session);
    const user = session && pool.state.users[session.sub];
    if (!session || !user || user.disabled || findUser(pool, username) !== user) {
      throw notAuthorized('Invalid session for the user.');
    }
    if (session.expires <= pool.now()) {
      throw notAuthorized('Invalid session for the user, session is expired.');
    }
    // Before the session is used up: after a refusal a better password may be tried.
    checkPolicy(password);
    sessions.delete(input.Session);
    user.password = await hashPassword(password);
    user.status = 'CONFIRMED';
    user.modified = pool.now();
    delete user.temporaryUntil;
    return signedIn(pool, tokens, user);
  });

  return { InitiateAuth: initiateAuth, RespondToAuthChallenge: respondToAuthChallenge };
};

import { exportJWK, generateKeyPair } from 'jose';
import * as z from 'zod';
import type { Mail } from '../outbox.ts';
import { ServiceError } from '../wire/service-error.ts';
import { openStateFile, type StateFile } from '../wire/state-file.ts';
import { PasswordHash } from './password.ts';

const User = z.object({
  sub: z.uuid(),
  /** In lower case: the pool signs in by e-mail, case-insensitively. */
  email: z.string(),
  status: z.enum(['CONFIRMED', 'FORCE_CHANGE_PASSWORD']),
  password: PasswordHash,
  groups: z.array(z.string()),
  /** Milliseconds since 1970, like all times here. */
  created: z.number(),
  modified: z.number(),
  /** When a temporary password stops working. */
  temporaryUntil: z.number().optional(),
  name: z.string().optional(),
  disabled: z.boolean().optional(),
  /** The code for a new password that was sent last. */
  reset: z.object({ code: PasswordHash, until: z.number() }).optional(),
});
export type User = z.infer<typeof User>;

const RefreshGrant = z.object({
  sub: z.uuid(),
  originJti: z.uuid(),
  authTime: z.number(),
  expires: z.number(),
});

const PoolState = z.object({
  /** The private RS256 key, as a JWK. */
  signingKey: z.looseObject({ kty: z.literal('RSA'), n: z.string(), e: z.string(), d: z.string() }),
  /** By sub. */
  users: z.record(z.uuid(), User),
  /** By the SHA-256 of the refresh token: only its holder has the token itself. */
  refreshGrants: z.record(z.string(), RefreshGrant),
});
type PoolState = z.infer<typeof PoolState>;

export interface UserPool extends StateFile<PoolState> {
  readonly id: string;
  readonly clientId: string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Delivers what Cognito would send by e-mail. */
  readonly send: (mail: Mail) => Promise<void>;
}

const newSigningKey = async (): Promise<PoolState['signingKey']> => {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  return PoolState.shape.signingKey.parse(await exportJWK(privateKey));
};

/** Opens the pool kept in the folder, creating its signing key when the pool is new. */
export const openUserPool = async ({
  folder,
  ...settings
}: Pick<UserPool, 'id' | 'clientId' | 'now' | 'send'> & {
  folder: string | null;
}): Promise<UserPool> => {
  const file = await openStateFile<PoolState>({
    folder,
    name: 'user-pool.json',
    schema: PoolState,
    initial: async () => ({ signingKey: await newSigningKey(), users: {}, refreshGrants: {} }),
  });
  // Before the first token is signed: losing the key would invalidate every token signed with it.
  await file.save();
  return { ...file, ...settings };
};

/** The user with this e-mail address or sub. */
export const findUser = (pool: UserPool, username: string): User | undefined => {
  const email = username.toLowerCase();
  return Object.values(pool.state.users).find((one) => one.email === email || one.sub === username);
};

/** Ends all logins of a user: their refresh tokens, and what their access tokens may do here. */
export const endLogins = (pool: UserPool, sub: string): void => {
  const { refreshGrants } = pool.state;
  for (const [key, grant] of Object.entries(refreshGrants)) {
    if (grant.sub === sub) delete refreshGrants[key];
  }
};

/** Finds a user or throws: admin calls reveal that a user does not exist, sign-in never does. */
export const requirePool = (pool: UserPool, { UserPoolId }: { UserPoolId: string }): void => {
  if (UserPoolId === pool.id) return;
  throw new ServiceError('ResourceNotFoundException', `User pool ${UserPoolId} does not exist.`);
};

export const requireUser = (pool: UserPool, username: string): User => {
  const user = findUser(pool, username);
  if (!user) throw new ServiceError('UserNotFoundException', 'User does not exist.');
  return user;
};

import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import * as z from 'zod';
import { ServiceError } from '../wire/service-error.ts';

export const PasswordHash = z.object({ salt: z.base64(), hash: z.base64() });
export type PasswordHash = z.infer<typeof PasswordHash>;

// 2^14 rounds of 8 KB: some 50 ms, the cost that RFC 7914 gives for interactive logins.
const cost: ScryptOptions = { N: 16_384, r: 8, p: 1 };
const hashBytes = 32;
const minLength = 8;
const maxLength = 256;

// Used in place of the hash of a user who does not exist, so that a refusal takes as long.
const decoy: PasswordHash = {
  salt: randomBytes(16).toString('base64'),
  hash: randomBytes(hashBytes).toString('base64'),
};

/** Throws Cognito's InvalidPasswordException for a new password outside the pool's policy. */
export const checkPolicy = (password: string): void => {
  const policyBreak = (reason: string) =>
    new ServiceError('InvalidPasswordException', `Password did not conform with policy: ${reason}`);
  if (password.length < minLength) throw policyBreak('Password not long enough');
  if (password.length > maxLength) throw policyBreak('Password too long');
  if (password !== password.trim()) throw policyBreak('Password must not start or end with space');
};

const derive = (password: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(password, salt, hashBytes, cost, (error, key) => (error ? reject(error) : resolve(key)));
  });

export const hashPassword = async (password: string): Promise<PasswordHash> => {
  const salt = randomBytes(16);
  const hash = await derive(password, salt);
  return { salt: salt.toString('base64'), hash: hash.toString('base64') };
};

/** Whether the password matches the hash; without a hash it is false, after the same work. */
export const verifyPassword = async (
  password: string,
  stored: PasswordHash | undefined,
): Promise<boolean> => {
  const { salt, hash } = stored ?? decoy;
  const derived = await derive(password, Buffer.from(salt, 'base64'));
  const equal = timingSafeEqual(derived, Buffer.from(hash, 'base64'));
  return equal && stored !== undefined;
};

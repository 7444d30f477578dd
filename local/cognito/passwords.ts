import { randomInt } from 'node:crypto';
import { createLocalJWKSet, jwtVerify } from 'jose';
import * as z from 'zod';
import { type Operation, operation } from '../wire/json-rpc.ts';
import { ServiceError } from '../wire/service-error.ts';
import { createLockout } from './lockout.ts';
import { checkPolicy, hashPassword, verifyPassword } from './password.ts';
import { userView } from './people.ts';
import { digest, notAuthorized, requireClient } from './sign-in.ts';
import type { TokenIssuer } from './tokens.ts';
import { findUser, type User, type UserPool } from './user-pool.ts';

/** How long a code for a new password may be used, in ms. */
const codeLife = 3_600_000;
/** How many codes a user may have sent within that time. */
const mostCodes = 5;

const Name = z.string().min(1).max(128);
const Forgot = z.object({ ClientId: z.string(), Username: Name });
const NewPassword = z
  .string()
  .regex(/^\S+.*\S+$/)
  .max(256);
const Reset = Forgot.extend({
  ConfirmationCode: z.string().regex(/^\S+$/).max(2_048),
  Password: NewPassword,
});
const Change = z.object({
  AccessToken: z.string(),
  PreviousPassword: z.string().min(1).max(256),
  ProposedPassword: NewPassword,
});
const Asking = z.object({ AccessToken: z.string() });
const Revocation = z.object({ ClientId: z.string(), Token: z.string() });

const exceeded = () =>
  new ServiceError('LimitExceededException', 'Attempt limit exceeded, please try after some time.');

/** A code is sent, or would be: what is returned is the same for nobody's address. */
const delivered = (email: string) => ({
  CodeDeliveryDetails: {
    AttributeName: 'email',
    DeliveryMedium: 'EMAIL',
    Destination: `${email[0]}***@${email.split('@').at(-1)?.[0]}***`,
  },
});

/** The operations for passwords, for who is logged in and for the end of logins, which need no credentials of AWS. */
export const passwordOperations = (
  pool: UserPool,
  tokens: TokenIssuer,
): Record<string, Operation> => {
  const keys = createLocalJWKSet(tokens.jwks);
  const guessing = createLockout(pool.now);
  const proving = createLockout(pool.now);
  /** When each user had codes sent, by sub. */
  const sent = new Map<string, number[]>();

  const setPassword = async (user: User, password: string) => {
    user.password = await hashPassword(password);
    user.modified = pool.now();
    await pool.save();
  };

  const forgotPassword = operation(Forgot, async ({ ClientId, Username }) => {
    requireClient(pool, ClientId);
    const user = findUser(pool, Username);
    if (!user) return delivered(Username);
    if (user.disabled) throw notAuthorized('User is disabled.');
    if (user.status !== 'CONFIRMED') {
      throw notAuthorized('User password cannot be reset in the current state.');
    }
    const recent = (sent.get(user.sub) ?? []).filter((at) => pool.now() - at < codeLife);
    if (recent.length >= mostCodes) throw exceeded();
    sent.set(user.sub, [...recent, pool.now()]);
    const code = String(randomInt(1_000_000)).padStart(6, '0');
    user.reset = { code: await hashPassword(code), until: pool.now() + codeLife };
    await pool.save();
    const text = `Your code for a new Talaro password is ${code}. If you did not ask for one, ignore this.`;
    await pool.send({ kind: 'code', to: user.email, text });
    return delivered(user.email);
  });

  const confirmForgotPassword = operation(Reset, async (input) => {
    requireClient(pool, input.ClientId);
    checkPolicy(input.Password);
    const user = findUser(pool, input.Username);
    const valid = user?.reset && user.reset.until > pool.now() ? user.reset.code : undefined;
    const matches = await guessing(user?.sub ?? input.Username.toLowerCase(), () =>
      verifyPassword(input.ConfirmationCode, valid),
    );
    if (matches === null) throw exceeded();
    if (!matches || !user || user.disabled) {
      throw new ServiceError(
        'CodeMismatchException',
        'Invalid verification code provided, please try again.',
      );
    }
    delete user.reset;
    await setPassword(user, input.Password);
    return {};
  });

  /** The user of an access token whose login has not ended. */
  const holderOf = async (token: string): Promise<User> => {
    const currentDate = new Date(pool.now());
    const verified = await jwtVerify(token, keys, { currentDate }).catch(() => null);
    const { sub = '', origin_jti, token_use } = verified?.payload ?? {};
    const isAlive = Object.values(pool.state.refreshGrants).some(
      ({ originJti }) => originJti === origin_jti,
    );
    const user = pool.state.users[sub];
    if (token_use !== 'access') throw notAuthorized('Invalid Access Token');
    if (!isAlive || !user || user.disabled) throw notAuthorized('Access Token has been revoked');
    return user;
  };

  const getUser = operation(Asking, async ({ AccessToken }) => {
    const { Username, Attributes } = userView(await holderOf(AccessToken));
    return { Username, UserAttributes: Attributes };
  });

  const changePassword = operation(Change, async (input) => {
    const user = await holderOf(input.AccessToken);
    const matches = await proving(user.sub, () =>
      verifyPassword(input.PreviousPassword, user.password),
    );
    if (matches === null) throw exceeded();
    if (!matches) throw notAuthorized('Incorrect username or password.');
    checkPolicy(input.ProposedPassword);
    await setPassword(user, input.ProposedPassword);
    return {};
  });

  const revokeToken = operation(Revocation, async ({ ClientId, Token }) => {
    requireClient(pool, ClientId);
    delete pool.state.refreshGrants[digest(Token)];
    await pool.save();
    return {};
  });

  return {
    ForgotPassword: forgotPassword,
    ConfirmForgotPassword: confirmForgotPassword,
    GetUser: getUser,
    ChangePassword: changePassword,
    RevokeToken: revokeToken,
  };
};

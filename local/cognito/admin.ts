import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Operation, operation } from '../wire/json-rpc.ts';
import { ServiceError } from '../wire/service-error.ts';
import { checkPolicy, hashPassword } from './password.ts';
import { Attributes, Membership, nameIn, Target, userView } from './people.ts';
import { findUser, requirePool, requireUser, type User, type UserPool } from './user-pool.ts';

/** The pool's default, in ms: a week to use a temporary password. */
const temporaryLife = 7 * 24 * 3600 * 1000;

const NewPassword = Target.extend({ Password: z.string(), Permanent: z.boolean().default(false) });
const NewUser = Target.extend({
  MessageAction: z.enum(['RESEND', 'SUPPRESS']).optional(),
  UserAttributes: Attributes.default([]),
});

/** Cognito's own check is not much stricter, in any script. */
const isAddress = /^[^\s@]+@[^\s@]+$/;

/** The operations with which a deployment creates its first accounts. */
export const adminOperations = (pool: UserPool): Record<string, Operation> => {
  const invite = async (user: User, temporary: string) => {
    await pool.save();
    await pool.send({
      kind: 'invitation',
      to: user.email,
      text: `You can now log in to Talaro as ${user.email} with the temporary password ${temporary} and choose your own.`,
    });
    return { User: userView(user) };
  };

  const resend = async (email: string) => {
    const user = requireUser(pool, email);
    if (user.status === 'CONFIRMED') {
      const message = `Resend not possible. ${user.sub} status is not FORCE_CHANGE_PASSWORD`;
      throw new ServiceError('UnsupportedUserStateException', message);
    }
    const temporary = randomBytes(9).toString('base64url');
    user.password = await hashPassword(temporary);
    user.modified = pool.now();
    user.temporaryUntil = pool.now() + temporaryLife;
    return invite(user, temporary);
  };

  const createUser = operation(NewUser, async (input) => {
    requirePool(pool, input);
    const email = input.Username.toLowerCase();
    if (input.MessageAction === 'RESEND') return resend(email);
    if (!isAddress.test(email)) {
      throw new ServiceError('InvalidParameterException', 'Username should be an email.');
    }
    const temporary = randomBytes(9).toString('base64url');
    const password = await hashPassword(temporary);
    // Looked up only now: another call may have created the user while this one hashed.
    if (findUser(pool, email)) {
      throw new ServiceError('UsernameExistsException', 'User account already exists');
    }
    const now = pool.now();
    const user: User = {
      sub: randomUUID(),
      email,
      status: 'FORCE_CHANGE_PASSWORD',
      password,
      groups: [],
      created: now,
      modified: now,
      temporaryUntil: now + temporaryLife,
      name: nameIn(input.UserAttributes),
    };
    pool.state.users[user.sub] = user;
    if (input.MessageAction !== 'SUPPRESS') return invite(user, temporary);
    await pool.save();
    return { User: userView(user) };
  });

  const setUserPassword = operation(NewPassword, async (input) => {
    requirePool(pool, input);
    const user = requireUser(pool, input.Username);
    checkPolicy(input.Password);
    user.password = await hashPassword(input.Password);
    user.modified = pool.now();
    user.status = input.Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
    if (input.Permanent) delete user.temporaryUntil;
    else user.temporaryUntil = pool.now() + temporaryLife;
    await pool.save();
    return {};
  });

  // Unlike in the cloud, where the stack creates the groups, a group exists once it is named.
  const addUserToGroup = operation(Membership, async (input) => {
    requirePool(pool, input);
    const user = requireUser(pool, input.Username);
    if (!user.groups.includes(input.GroupName)) user.groups.push(input.GroupName);
    await pool.save();
    return {};
  });

  return {
    AdminCreateUser: createUser,
    AdminSetUserPassword: setUserPassword,
    AdminAddUserToGroup: addUserToGroup,
  };
};

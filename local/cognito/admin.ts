import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod';
import { type Operation, operation } from '../wire/json-rpc.ts';
import { ServiceError } from '../wire/service-error.ts';
import { checkPolicy, hashPassword } from './password.ts';
import { findUser, requireUser, type User, type UserPool } from './user-pool.ts';

// The pool's default: a week to use a temporary password.
const TEMPORARY_LIFE_MS = 7 * 24 * 3600 * 1000;

const Username = z.string().min(1).max(254);
const AdminCreateUserInput = z.object({
  UserPoolId: z.string(),
  Username,
  TemporaryPassword: z.string().optional(),
});
const AdminSetUserPasswordInput = z.object({
  UserPoolId: z.string(),
  Username,
  Password: z.string(),
  Permanent: z.boolean().default(false),
});
const AdminAddUserToGroupInput = z.object({
  UserPoolId: z.string(),
  Username,
  GroupName: z.string().min(1).max(128),
});

/** The operations by which a deployment makes its first people. */
export function adminOperations(pool: UserPool): Record<string, Operation> {
  const createUser = async (input: z.output<typeof AdminCreateUserInput>) => {
    requirePool(pool, input.UserPoolId);
    const email = input.Username.toLowerCase();
    if (!z.email().safeParse(email).success) {
      throw new ServiceError('InvalidParameterException', 'Username should be an email.');
    }
    const temporary = input.TemporaryPassword ?? randomBytes(18).toString('base64url');
    checkPolicy(temporary);
    const password = await hashPassword(temporary);
    // Looked up only now: another call may have made the user while this one hashed.
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
      temporaryUntil: now + TEMPORARY_LIFE_MS,
    };
    pool.state.users[user.sub] = user;
    await pool.save();
    return { User: describeUser(user) };
  };

  const setUserPassword = async (input: z.output<typeof AdminSetUserPasswordInput>) => {
    requirePool(pool, input.UserPoolId);
    const user = requireUser(pool, input.Username);
    checkPolicy(input.Password);
    user.password = await hashPassword(input.Password);
    user.modified = pool.now();
    user.status = input.Permanent ? 'CONFIRMED' : 'FORCE_CHANGE_PASSWORD';
    if (input.Permanent) delete user.temporaryUntil;
    else user.temporaryUntil = pool.now() + TEMPORARY_LIFE_MS;
    await pool.save();
    return {};
  };

  // Unlike in the cloud, where the stack makes the groups, a group is there once it is named.
  const addUserToGroup = async (input: z.output<typeof AdminAddUserToGroupInput>) => {
    requirePool(pool, input.UserPoolId);
    const user = requireUser(pool, input.Username);
    if (!user.groups.includes(input.GroupName)) user.groups.push(input.GroupName);
    await pool.save();
    return {};
  };

  return {
    AdminCreateUser: operation(AdminCreateUserInput, createUser),
    AdminSetUserPassword: operation(AdminSetUserPasswordInput, setUserPassword),
    AdminAddUserToGroup: operation(AdminAddUserToGroupInput, addUserToGroup),
  };
}

function requirePool(pool: UserPool, id: string): void {
  if (id === pool.id) return;
  throw new ServiceError('ResourceNotFoundException', `User pool ${id} does not exist.`);
}

function describeUser(user: User) {
  return {
    Username: user.sub,
    Attributes: [
      { Name: 'email', Value: user.email },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'sub', Value: user.sub },
    ],
    Enabled: true,
    UserStatus: user.status,
    UserCreateDate: user.created / 1000,
    UserLastModifiedDate: user.modified / 1000,
  };
}

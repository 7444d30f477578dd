import * as z from 'zod';
import { type Operation, operation } from '../wire/json-rpc.ts';
import { endLogins, requirePool, requireUser, type User, type UserPool } from './user-pool.ts';

export const Attributes = z.array(z.object({ Name: z.string(), Value: z.string().max(2_048) }));

/** The name among attributes. */
export const nameIn = (attributes: z.infer<typeof Attributes>): string | undefined =>
  attributes.find(({ Name }) => Name === 'name')?.Value;

const Pool = z.object({ UserPoolId: z.string() });
export const Target = Pool.extend({ Username: z.string().min(1).max(128) });
export const Membership = Target.extend({ GroupName: z.string().min(1).max(128) });
const Changes = Target.extend({ UserAttributes: Attributes });
const Limit = z.int().min(0).max(60).default(60);
const Listing = Pool.extend({ Limit, PaginationToken: z.string().optional() });
const GroupListing = Pool.extend({
  Limit,
  NextToken: z.string().optional(),
  GroupName: z.string(),
});

/** A user as lists show one, with times in seconds. */
export const userView = (user: User) => ({
  Username: user.sub,
  UserStatus: user.status,
  Enabled: !user.disabled,
  UserCreateDate: user.created / 1000,
  UserLastModifiedDate: user.modified / 1000,
  Attributes: [
    { Name: 'email', Value: user.email },
    { Name: 'email_verified', Value: 'true' },
    ...(user.name ? [{ Name: 'name', Value: user.name }] : []),
    { Name: 'sub', Value: user.sub },
  ],
});

/** A page of users; its token is the place in the list where the next one begins. */
const pageOf = (users: readonly User[], limit: number, token = '0') => {
  const from = Number(token);
  const page = users.slice(from, from + limit);
  const next = from + limit < users.length ? String(from + limit) : undefined;
  return { Users: page.map(userView), next };
};

/** The operations with which admins look after people. */
export const peopleOperations = (pool: UserPool): Record<string, Operation> => {
  const userOf = (input: z.infer<typeof Target>): User => {
    requirePool(pool, input);
    return requireUser(pool, input.Username);
  };
  const changed = async (user: User): Promise<object> => {
    user.modified = pool.now();
    await pool.save();
    return {};
  };
  return {
    ListUsers: operation(Listing, (input) => {
      requirePool(pool, input);
      const { Users, next } = pageOf(
        Object.values(pool.state.users),
        input.Limit,
        input.PaginationToken,
      );
      return { Users, PaginationToken: next };
    }),
    // Unlike in the cloud, a group exists once it is named.
    ListUsersInGroup: operation(GroupListing, (input) => {
      requirePool(pool, input);
      const members = Object.values(pool.state.users).filter(({ groups }) =>
        groups.includes(input.GroupName),
      );
      const { Users, next } = pageOf(members, input.Limit, input.NextToken);
      return { Users, NextToken: next };
    }),
    AdminGetUser: operation(Target, (input) => {
      const { Attributes: UserAttributes, ...view } = userView(userOf(input));
      return { ...view, UserAttributes };
    }),
    AdminListGroupsForUser: operation(Target, (input) => ({
      Groups: userOf(input).groups.map((GroupName) => ({ GroupName, UserPoolId: pool.id })),
    })),
    AdminRemoveUserFromGroup: operation(Membership, (input) => {
      const user = userOf(input);
      user.groups = user.groups.filter((group) => group !== input.GroupName);
      return changed(user);
    }),
    AdminUpdateUserAttributes: operation(Changes, (input) => {
      const user = userOf(input);
      user.name = nameIn(input.UserAttributes) ?? user.name;
      return changed(user);
    }),
    AdminDisableUser: operation(Target, (input) => {
      const user = userOf(input);
      user.disabled = true;
      return changed(user);
    }),
    AdminEnableUser: operation(Target, (input) => {
      const user = userOf(input);
      user.disabled = false;
      return changed(user);
    }),
    AdminUserGlobalSignOut: operation(Target, (input) => {
      const user = userOf(input);
      endLogins(pool, user.sub);
      return changed(user);
    }),
  };
};

import {
  AdminAddUserToGroupCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  ListUsersInGroupCommand,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { Role } from '../contract/person-view.ts';
import { recruiterGroups } from '../http/caller.ts';
import type { Directory } from './directory.ts';

/** Of a page: Cognito's limit. */
export const pageLimit = 60;

const groupsOf = async ({ cognito, pool_id }: Directory, Username: string) => {
  // A person has at most two groups, so it is one page.
  const { Groups = [] } = await cognito.send(
    new AdminListGroupsForUserCommand({ UserPoolId: pool_id, Username }),
  );
  return recruiterGroups.filter((group) => Groups.some(({ GroupName }) => GroupName === group));
};

/** The role of a person, the higher one of two; null for an account without one. */
export const roleOf = async (directory: Directory, user_id: string): Promise<Role | null> =>
  (await groupsOf(directory, user_id))[0] ?? null;

/**
 * Gives a person this role and no other. The new one comes first: stopped in between, nobody is
 * without a role, and the same again completes it.
 */
export const setRole = async (directory: Directory, user_id: string, role: Role): Promise<void> => {
  const { cognito, pool_id } = directory;
  const has = await groupsOf(directory, user_id);
  const inGroup = (GroupName: Role) => ({ UserPoolId: pool_id, Username: user_id, GroupName });
  if (!has.includes(role)) await cognito.send(new AdminAddUserToGroupCommand(inGroup(role)));
  for (const other of has.filter((group) => group !== role)) {
    await cognito.send(new AdminRemoveUserFromGroupCommand(inGroup(other)));
  }
};

/** All accounts with a role, without the role's name. */
export const membersOf = async (
  { cognito, pool_id }: Directory,
  GroupName: Role,
): Promise<UserType[]> => {
  const users: UserType[] = [];
  let NextToken: string | undefined;
  do {
    const page = await cognito.send(
      new ListUsersInGroupCommand({ UserPoolId: pool_id, GroupName, Limit: pageLimit, NextToken }),
    );
    users.push(...(page.Users ?? []));
    NextToken = page.NextToken;
  } while (NextToken);
  return users;
};

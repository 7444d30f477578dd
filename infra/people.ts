import type { IUserPool } from 'aws-cdk-lib/aws-cognito';
import type { EndpointFunction } from './endpoint-function.ts';

const changing = [
  'AdminAddUserToGroup',
  'AdminGetUser',
  'AdminListGroupsForUser',
  'AdminRemoveUserFromGroup',
  'AdminUpdateUserAttributes',
];

/** What each endpoint for people calls. */
const actions = {
  list: ['ListUsers', 'ListUsersInGroup'],
  invite: [...changing, 'AdminCreateUser'],
  update: [
    ...changing,
    'AdminDisableUser',
    'AdminEnableUser',
    'AdminUserGlobalSignOut',
    'ListUsersInGroup',
  ],
} as const;

/** Lets a function work with the accounts of the pool, and of no other one. */
export const grantPeople = (
  fn: EndpointFunction,
  pool: IUserPool,
  what: keyof typeof actions,
): void => {
  fn.setEnv('USER_POOL_ID', pool.userPoolId);
  fn.allow({
    actions: actions[what].map((action) => `cognito-idp:${action}`),
    resources: [pool.userPoolArn],
  });
};

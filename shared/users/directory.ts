import {
  AdminCreateUserCommand,
  AdminDisableUserCommand,
  AdminEnableUserCommand,
  AdminGetUserCommand,
  AdminUpdateUserAttributesCommand,
  AdminUserGlobalSignOutCommand,
  type AttributeType,
  CodeDeliveryFailureException,
  CognitoIdentityProviderClient,
  InvalidParameterException,
  ListUsersCommand,
  type MessageActionType,
  UnsupportedUserStateException,
  UserNotFoundException,
  UsernameExistsException,
  type UserType,
} from '@aws-sdk/client-cognito-identity-provider';
import type { PersonView } from '../contract/person-view.ts';
import { AppError, invalidInput } from '../domain/errors.ts';
import { isoUtc } from '../domain/plain-text.ts';
import { logged } from '../http/log.ts';
import { isOneOf, throttledBy } from './failures.ts';
import { nameOf } from './person.ts';
import { pageLimit } from './roles.ts';

/** The user pool as its administrators see it. */
export interface Directory {
  cognito: CognitoIdentityProviderClient;
  pool_id: string;
}

/** Connects to the user pool, with the function's own rights. Its limits are `throttled` at every call. */
export const connectDirectory = (pool_id: string): Directory => {
  const cognito = logged(new CognitoIdentityProviderClient({}));
  cognito.middlewareStack.add(
    (next) => (sent) =>
      next(sent).catch((error: unknown) => {
        throw throttledBy(error) ?? error;
      }),
    { step: 'initialize' },
  );
  return { cognito, pool_id };
};

/** A person as the pool itself knows them: the role is kept in groups. */
export type Account = Omit<PersonView, 'role'>;

/** An account of the pool; those that `AdminGetUser` returns call their attributes otherwise. */
export const accountOf = (
  user: UserType & { UserAttributes?: AttributeType[] | undefined },
): Account => {
  const attributes = new Map(
    (user.Attributes ?? user.UserAttributes ?? []).map(({ Name, Value }) => [Name, Value]),
  );
  const email = attributes.get('email') ?? '';
  return {
    user_id: attributes.get('sub') ?? user.Username ?? '',
    email,
    name: nameOf({ name: attributes.get('name'), email }),
    enabled: user.Enabled ?? false,
    status: user.UserStatus === 'FORCE_CHANGE_PASSWORD' ? 'invited' : 'active',
    created_at: isoUtc(user.UserCreateDate?.getTime() ?? 0),
  };
};

/** Somebody's account, by id or address. @throws AppError user_not_found */
export const findAccount = async (
  { cognito, pool_id }: Directory,
  username: string,
): Promise<Account> => {
  try {
    const found = new AdminGetUserCommand({ UserPoolId: pool_id, Username: username });
    return accountOf(await cognito.send(found));
  } catch (error) {
    if (!isOneOf(error, [UserNotFoundException, InvalidParameterException])) throw error;
    throw new AppError('user_not_found', 'User not found', { cause: error });
  }
};

/** All accounts, in no order. Recruiters are hundreds, not thousands. */
export const allAccounts = async ({ cognito, pool_id }: Directory): Promise<Account[]> => {
  const accounts: Account[] = [];
  let PaginationToken: string | undefined;
  do {
    const page = await cognito.send(
      new ListUsersCommand({ UserPoolId: pool_id, Limit: pageLimit, PaginationToken }),
    );
    accounts.push(...(page.Users ?? []).map(accountOf));
    PaginationToken = page.PaginationToken;
  } while (PaginationToken);
  return accounts;
};

const create = (
  { cognito, pool_id }: Directory,
  email: string,
  MessageAction: MessageActionType,
  UserAttributes: AttributeType[] = [],
) =>
  cognito.send(
    new AdminCreateUserCommand({
      UserPoolId: pool_id,
      Username: email,
      UserAttributes,
      DesiredDeliveryMediums: ['EMAIL'],
      MessageAction,
    }),
  );

/** Makes an account; sends nothing yet. @returns null if the address has one */
export const makeAccount = async (
  directory: Directory,
  { email, name }: { email: string; name: string },
): Promise<Account | null> => {
  try {
    const { User = {} } = await create(directory, email, 'SUPPRESS', [
      { Name: 'email', Value: email },
      { Name: 'email_verified', Value: 'true' },
      { Name: 'name', Value: name },
    ]);
    return accountOf(User);
  } catch (error) {
    if (error instanceof UsernameExistsException) return null;
    if (!(error instanceof InvalidParameterException)) throw error;
    // Such as one of more than 128 characters.
    const message = 'cannot be the address of an account';
    throw invalidInput([{ path: 'email', message }], error);
  }
};

/** That the address has an account already, whose owner has logged in or may not. */
export const hasAccount = (cause?: unknown): AppError =>
  invalidInput(
    [{ path: 'email', message: 'has an account already: change it instead of inviting again' }],
    cause,
  );

/** Has Cognito send an invitation with a new temporary password. @throws AppError unavailable */
export const sendInvitation = async (directory: Directory, email: string): Promise<void> => {
  try {
    await create(directory, email, 'RESEND');
  } catch (error) {
    // They have logged in meanwhile.
    if (error instanceof UnsupportedUserStateException) throw hasAccount(error);
    if (!(error instanceof CodeDeliveryFailureException)) throw error;
    const message = 'The invitation could not be sent: invite again in a moment';
    throw new AppError('unavailable', message, { cause: error });
  }
};

/** Gives somebody another name. */
export const rename = async ({ cognito, pool_id }: Directory, user_id: string, name: string) =>
  void (await cognito.send(
    new AdminUpdateUserAttributesCommand({
      UserPoolId: pool_id,
      Username: user_id,
      UserAttributes: [{ Name: 'name', Value: name }],
    }),
  ));

/** Ends all logins of a person: no refresh token of before works any more. */
export const endLogins = async ({ cognito, pool_id }: Directory, user_id: string) =>
  void (await cognito.send(
    new AdminUserGlobalSignOutCommand({ UserPoolId: pool_id, Username: user_id }),
  ));

/** Lets a person log in, or not. */
export const setEnabled = async (
  { cognito, pool_id }: Directory,
  user_id: string,
  enabled: boolean,
) => {
  const user = { UserPoolId: pool_id, Username: user_id };
  if (enabled) await cognito.send(new AdminEnableUserCommand(user));
  else await cognito.send(new AdminDisableUserCommand(user));
};

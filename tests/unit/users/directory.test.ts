import type { CognitoIdentityProviderClient } from '@aws-sdk/client-cognito-identity-provider';
import { expect, it } from 'vitest';
import { allAccounts } from '../../../shared/users/directory.ts';
import { membersOf, roleOf, setRole } from '../../../shared/users/roles.ts';

/** A user pool that answers with these, one after the other, and notes what it was asked. */
const poolOf = (...answers: object[]) => {
  const asked: [string, object][] = [];
  const send = async (command: { input: object }) => {
    asked.push([command.constructor.name, command.input]);
    return answers.shift() ?? {};
  };
  const cognito = { send } as unknown as CognitoIdentityProviderClient;
  return { directory: { cognito, pool_id: 'pool' }, asked };
};

const user = (Username: string) => ({ Username, Attributes: [{ Name: 'sub', Value: Username }] });

it('Every page of people is read, of all and of those with a role', async () => {
  const all = poolOf({ Users: [user('a')], PaginationToken: 'next' }, { Users: [user('b')] });
  const members = poolOf({ Users: [user('a')], NextToken: 'next' }, { Users: [user('b')] });

  const accounts = await allAccounts(all.directory);
  const admins = await membersOf(members.directory, 'admin');

  expect(accounts.map(({ user_id }) => user_id)).toEqual(['a', 'b']);
  expect(admins.map(({ Username }) => Username)).toEqual(['a', 'b']);
  expect([all.asked[1]?.[1], members.asked[1]?.[1]]).toEqual([
    expect.objectContaining({ PaginationToken: 'next' }),
    expect.objectContaining({ NextToken: 'next' }),
  ]);
});

it('A role is given before the other one is taken, and what is so already is left', async () => {
  const groups = (...names: string[]) => ({ Groups: names.map((GroupName) => ({ GroupName })) });
  const calls = async (before: string[], role: 'admin' | 'recruiter') => {
    const { directory, asked } = poolOf(groups(...before));
    await setRole(directory, 'a', role);
    return asked.slice(1).map(([name]) => name);
  };
  const [add, remove] = ['AdminAddUserToGroupCommand', 'AdminRemoveUserFromGroupCommand'];

  expect(await calls(['admin', 'guests'], 'recruiter')).toEqual([add, remove]);
  expect(await calls(['admin', 'recruiter'], 'admin')).toEqual([remove]);
  expect(await calls([], 'admin')).toEqual([add]);
  expect(await calls(['admin'], 'admin')).toEqual([]);
  expect(await roleOf(poolOf(groups('recruiter', 'admin')).directory, 'a')).toBe('admin');
  expect(await roleOf(poolOf(groups('guests')).directory, 'a')).toBeNull();
});

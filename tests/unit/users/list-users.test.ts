import { expect, it } from 'vitest';
import { listUsers } from '../../../functions/list-users/list-users.ts';
import type { Account } from '../../../shared/users/directory.ts';
import { testKeys } from '../../support/links.ts';

const account = (n: number): Account => ({
  user_id: `u${n}`,
  email: `u${n}@example.com`,
  name: `U${n}`,
  enabled: true,
  status: 'active',
  // Two of each moment.
  created_at: `2026-11-26T10:00:0${Math.floor(n / 2)}Z`,
});

const deps = {
  accounts: async () => [3, 0, 4, 1, 2].map(account),
  // Whoever was stopped between two roles has the higher one.
  membersOf: async (role: string) => new Set(role === 'admin' ? ['u1'] : ['u1', 'u2']),
  linkKeys: async () => testKeys,
};

it('All pages together hold each person once, newest first, with the higher of two roles', async () => {
  const seen: [string, string | null][] = [];
  let cursor: string | undefined;
  do {
    const page = await listUsers(deps, { limit: 2, cursor });
    seen.push(...page.items.map(({ user_id, role }): [string, string | null] => [user_id, role]));
    cursor = page.next_cursor ?? undefined;
  } while (cursor);

  expect(seen).toEqual([
    ['u4', null],
    ['u3', null],
    ['u2', 'recruiter'],
    ['u1', 'admin'],
    ['u0', null],
  ]);
});

it('A page that ends with the last person has no next one', async () => {
  expect((await listUsers(deps, { limit: 5 })).next_cursor).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { type Change, updateUser } from '../../../functions/update-user/update-user.ts';
import type { PersonView } from '../../../shared/contract/person-view.ts';

const person = (user_id: string, more: Partial<PersonView> = {}): PersonView => ({
  user_id,
  email: `${user_id}@example.com`,
  name: user_id,
  role: 'admin',
  enabled: true,
  status: 'active',
  created_at: '2026-11-26T10:00:00Z',
  ...more,
});

/** A pool with these people, which notes what is done to it; `isTaken` by another request. */
const poolOf = (people: PersonView[], { isTaken = false } = {}) => {
  const done: string[] = [];
  const find = async (id: string) => {
    const { role: _, ...account } = people.find(({ user_id }) => user_id === id) ?? person(id);
    return account;
  };
  const noting =
    (what: string) =>
    async (...given: unknown[]) =>
      void done.push([what, ...given].map(String).join(' '));
  const deps = {
    find,
    roleOf: async (id: string) => people.find(({ user_id }) => user_id === id)?.role ?? null,
    admins: async () => people.filter(({ role }) => role === 'admin'),
    rename: noting('rename'),
    putUserName: noting('name'),
    setRole: noting('role'),
    setEnabled: noting('enabled'),
    endLogins: noting('end logins of'),
    takeLease: async () => (isTaken ? null : noting('release')),
  };
  return { deps, done };
};

describe('Of the last admin who can log in', () => {
  const alone: [string, PersonView[]][] = [
    ['without another', []],
    ['beside a recruiter', [person('b', { role: 'recruiter' })]],
    ['beside one who is switched off', [person('b', { enabled: false })]],
    ['beside one who has never logged in', [person('b', { status: 'invited' })]],
  ];
  it.each(alone)('%s, neither role nor access can be taken', async (_, others) => {
    const changes: [Change, string][] = [
      [{ role: 'recruiter' }, 'role'],
      [{ enabled: false }, 'enabled'],
      [{ name: 'New', role: 'recruiter', enabled: false }, 'enabled'],
    ];

    for (const [change, path] of changes) {
      const { deps, done } = poolOf([person('a'), ...others]);
      const refused = updateUser(deps, 'a', change);

      await expect(refused).rejects.toMatchObject({
        code: 'invalid_input',
        details: { issues: [{ path, message: expect.stringContaining('last admin') }] },
      });
      expect(done).toEqual(['release']);
    }
  });

  it('the name can be changed, and the role given once more', async () => {
    const { deps, done } = poolOf([person('a')]);

    const changed = await updateUser(deps, 'a', { name: 'Ada', role: 'admin', enabled: true });

    expect(changed).toEqual(person('a', { name: 'Ada' }));
    expect(done).toEqual([
      'rename a Ada',
      'name [object Object]',
      'role a admin',
      'enabled a true',
    ]);
  });
});

describe('Changing a person', () => {
  it('takes the role of one of two admins under the lease, and ends the logins after it', async () => {
    const { deps, done } = poolOf([person('a'), person('b')]);

    const changed = await updateUser(deps, 'a', { role: 'recruiter' });

    expect(changed.role).toBe('recruiter');
    expect(done).toEqual(['role a recruiter', 'end logins of a', 'release']);
  });

  it('is a conflict while another request takes an admin’s rights', async () => {
    const { deps, done } = poolOf([person('a'), person('b')], { isTaken: true });

    const refused = updateUser(deps, 'a', { enabled: false });

    await expect(refused).rejects.toMatchObject({ code: 'conflict', retry_after: 1 });
    expect(done).toEqual([]);
  });

  it('to less ends the logins each time, so that a stopped request can be repeated', async () => {
    const { deps, done } = poolOf([person('a', { role: 'recruiter', enabled: false })]);

    await updateUser(deps, 'a', { enabled: false });
    await updateUser(deps, 'a', { role: 'recruiter' });

    const released = ['end logins of a', 'release'];
    expect(done).toEqual(['enabled a false', ...released, 'role a recruiter', ...released]);
  });
});

import { expect, it } from 'vitest';
import { inviteUser } from '../../../functions/invite-user/invite-user.ts';
import type { Account } from '../../../shared/users/directory.ts';

const invitation = { email: 'ada@example.com', name: 'Ada', role: 'admin' } as const;

/** A pool in which the call with this number is the last one that is made. */
const poolOf = (account: Partial<Account> = {}, exists = false) => {
  const state = {
    exists,
    name: '',
    role: '',
    kept: '',
    mails: 0,
    stopAt: Number.POSITIVE_INFINITY,
  };
  let call = 0;
  const step =
    <Given extends unknown[], Made>(work: (...given: Given) => Made) =>
    async (...given: Given) => {
      if (call++ === state.stopAt) throw new Error('stopped');
      return work(...given);
    };
  const accountOf = (email: string): Account => ({
    user_id: 'u',
    email,
    name: state.name,
    enabled: true,
    status: 'invited',
    created_at: '2026-11-26T10:00:00Z',
    ...account,
  });
  const deps = {
    make: step(({ name, email }: { name: string; email: string }) => {
      if (state.exists) return null;
      Object.assign(state, { exists: true, name });
      return accountOf(email);
    }),
    find: step(accountOf),
    rename: step((_: string, name: string) => void Object.assign(state, { name })),
    setRole: step((_: string, role: string) => void Object.assign(state, { role })),
    putUserName: step(({ name }: { name: string }) => void Object.assign(state, { kept: name })),
    sendInvitation: step(() => void state.mails++),
  };
  return {
    deps,
    state,
    restart(stopAt = Number.POSITIVE_INFINITY) {
      call = 0;
      state.stopAt = stopAt;
    },
  };
};

it('Stopped at any call, an invitation is sent by the same request again, and only once it is whole', async () => {
  for (const stopAt of [0, 1, 2, 3]) {
    const { deps, state, restart } = poolOf();
    restart(stopAt);
    await expect(inviteUser(deps, invitation)).rejects.toThrow('stopped');
    expect(state.mails).toBe(0);

    restart();
    const invited = await inviteUser(deps, invitation);

    expect(invited).toMatchObject({ user_id: 'u', ...invitation, status: 'invited' });
    expect(state).toMatchObject({ name: 'Ada', role: 'admin', kept: 'Ada', mails: 1 });
  }
});

it('Somebody who has not logged in yet is invited again, with the newest name and role', async () => {
  const { deps, state } = poolOf({}, true);

  await inviteUser(deps, invitation);

  expect(state).toMatchObject({ name: 'Ada', role: 'admin', mails: 1 });
});

it('Somebody who has logged in, or was switched off, is not invited', async () => {
  for (const account of [{ status: 'active' }, { enabled: false }] as const) {
    const { deps, state } = poolOf(account, true);

    const refused = inviteUser(deps, invitation);

    await expect(refused).rejects.toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ path: 'email', message: expect.stringContaining('has an account') }] },
    });
    expect(state).toMatchObject({ role: '', mails: 0 });
  }
});

import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { connectTable } from '../../../shared/table/client.ts';
import { readUserNames } from '../../../shared/table/user-names.ts';
import { administrator, endpointNames, rows } from '../../support/client.ts';
import { newInterview } from '../../support/interviews.ts';
import { sharedTestStack } from '../../support/stack.ts';
import { expectErrorForm } from './refusals.ts';

const stack = await sharedTestStack();
const { api, mails } = stack;
const { access } = await api.logIn();

const passwordIn = (email: string) =>
  /temporary password (\S+)/.exec(mails.findLast(({ to }) => to === email)?.text ?? '')?.[1] ?? '';
const invite = async (role = 'recruiter') => {
  const email = `${randomUUID()}@example.com`;
  const body = { email, name: 'Noor Haddad', role };
  return { ...(await api.call('inviteUser', { access, body })).ok(), body };
};
/** Somebody who was invited and has logged in. */
const join = async (role?: string) => {
  const { email, user_id } = await invite(role);
  const body = { email, password: passwordIn(email), new_password: 'my own words' };
  const tokens = (await api.call('login', { body })).ok();
  return { email, user_id, password: body.new_password, tokens };
};
const change = (user_id: string, body: object) =>
  api.call('updateUser', { access, params: { user_id }, body });
const refresh = (token?: string) => api.call('refreshLogin', { body: { refresh: token } });

describe('an invited person', () => {
  it('logs in with the newest password that was sent, and is then listed as active', async () => {
    const { body, email, user_id } = await invite();
    const first = passwordIn(email);
    const again = { ...body, name: 'Noor H', role: 'admin' };
    const resent = (await api.call('inviteUser', { access, body: again })).ok();
    const logIn = (password: string) =>
      api.call('login', { body: { email, password, new_password: 'my own words' } });

    expectErrorForm(await logIn(first), 401, 'invalid_credentials');
    (await logIn(passwordIn(email))).ok();

    const { items } = (await api.call('listUsers', { access, query: { limit: '100' } })).ok();
    const { name, role } = again;
    const person = { user_id, email, name, role, enabled: true, status: 'active' };
    expect(resent).toMatchObject({ ...person, status: 'invited' });
    expect(items.find((one) => one.user_id === user_id)).toMatchObject(person);
    const refused = await api.call('inviteUser', { access, body });
    expectErrorForm(refused, 400, 'invalid_input');
    expect(refused.refusal().issues?.[0]?.path).toBe('email');
    const names = await readUserNames(connectTable(stack.names.table));
    expect(names.get(user_id)).toBe(name);
  });

  it('does what the role allows: a recruiter reaches no row for admins', async () => {
    const { tokens } = await join();

    const reply = await api.call('listUsers', { access: tokens.access });

    expectErrorForm(reply, 403, 'forbidden');
    expect((await api.call('listKits', { access: tokens.access })).status).toBe(200);
  });

  it('cannot log in or refresh while switched off, and can again afterwards', async () => {
    const { email, user_id, password, tokens } = await join();
    const logIn = () => api.call('login', { body: { email, password } });

    const off = (await change(user_id, { enabled: false })).ok();
    const refused = [await logIn(), await refresh(tokens.refresh)];
    const on = (await change(user_id, { enabled: true })).ok();

    expect([off.enabled, on.enabled]).toEqual([false, true]);
    for (const reply of refused) expectErrorForm(reply, 401, 'invalid_credentials');
    (await logIn()).ok();
    expectErrorForm(await refresh(tokens.refresh), 401, 'invalid_credentials');
  });

  it('loses what an admin may with the role, and the logins of before', async () => {
    const { email, user_id, password, tokens } = await join('admin');

    const changed = (await change(user_id, { role: 'recruiter' })).ok();

    expect(changed.role).toBe('recruiter');
    expectErrorForm(await refresh(tokens.refresh), 401, 'invalid_credentials');
    const { access: now } = await api.logIn({ email, password });
    expectErrorForm(await api.call('listUsers', { access: now }), 403, 'forbidden');
  });

  const losses: [string, object[]][] = [
    ['switched off', [{ enabled: false }]],
    ['switched off and on again', [{ enabled: false }, { enabled: true }]],
    ['made a recruiter', [{ role: 'recruiter' }]],
  ];
  it.each(losses)(
    'who was an admin and is %s can do nothing of an admin with the token of before',
    async (_, changes) => {
      const { user_id, tokens } = await join('admin');
      const admin = await api.logIn();
      const { interview_id } = (await admin.create(newInterview())).ok();
      for (const body of changes) (await change(user_id, body)).ok();
      const old = { access: tokens.access, params: { user_id, interview_id } };
      const friend = `${randomUUID()}@example.com`;
      const bodies: Readonly<Record<string, object>> = {
        inviteUser: { email: friend, name: 'Friend', role: 'admin' },
        updateUser: { enabled: true, role: 'admin' },
      };

      for (const name of endpointNames.filter((one) => rows[one].access === 'admin')) {
        const body = bodies[name];
        expectErrorForm(
          await api.call(name, { ...old, ...(body && { body }) }),
          401,
          'unauthorized',
        );
      }
      const hold = { ...old, body: { legal_hold: true } };
      expectErrorForm(await api.call('updateInterview', hold), 401, 'unauthorized');

      const own = { access: admin.access, params: old.params };
      const { items } = (await api.call('listUsers', { ...own, query: { limit: '100' } })).ok();
      expect(items.find((one) => one.user_id === user_id)).toMatchObject(
        Object.assign({}, ...changes),
      );
      expect(items.map(({ email }) => email)).not.toContain(friend);
      expect((await admin.read(interview_id)).ok().legal_hold).toBe(false);
      (await admin.update(interview_id, { legal_hold: false })).ok();
      (await api.call('eraseInterview', own)).ok();
    },
  );
});

describe('a password', () => {
  it('is reset with the code that was sent, once', async () => {
    const { email } = await join();
    (await api.call('forgotPassword', { body: { email } })).ok();
    const code = /\d{6}/.exec(mails.findLast(({ to }) => to === email)?.text ?? '')?.[0];
    const body = { email, code, new_password: 'other words of mine' };

    const weak = await api.call('resetPassword', { body: { ...body, new_password: 'short' } });
    const done = await api.call('resetPassword', { body });
    const again = await api.call('resetPassword', { body });

    expectErrorForm(weak, 400, 'weak_password');
    expect(done.json()).toEqual({ status: 'ok' });
    expectErrorForm(again, 400, 'invalid_code');
    await api.logIn({ email, password: body.new_password });
  });

  it('that is forgotten is answered with the same bytes for anybody', async () => {
    const { email: invited } = await invite();
    const emails = [administrator.email, invited, 'nobody@example.com', 'no address'];

    const replies = await Promise.all(
      emails.map((email) => api.call('forgotPassword', { body: { email } })),
    );

    expect(replies.map(({ status, text }) => [status, text])).toEqual(
      emails.map(() => [200, '{"status":"ok"}']),
    );
    expect(mails.filter(({ to, kind }) => to === invited && kind === 'code')).toEqual([]);
  });

  it('is changed by its owner alone, who knows the present one; guessing it is limited', async () => {
    const { email, password, tokens } = await join();
    const set = (body: object) =>
      api.call('changePassword', {
        access: tokens.access,
        body: { password, new_password: 'other words of mine', ...body },
      });

    (await set({})).ok();
    const refused = await set({});
    for (const _ of [2, 3, 4, 5]) await set({});
    const limited = await set({});

    await api.logIn({ email, password: 'other words of mine' });
    expectErrorForm(refused, 401, 'invalid_credentials');
    expectErrorForm(limited, 429, 'throttled');
    expect(limited.headers.get('retry-after')).toBe('900');
  });
});

describe('the session of our own pages', () => {
  const page = (headers: object = {}) => ({ origin: stack.url, ...headers });
  const session = { session: 'cookie' };

  it('keeps the refresh token in a cookie, refreshes with it, and ends with a logout', async () => {
    const body = { ...administrator, ...session };
    const login = await api.call('login', { body, headers: page() });
    const set = login.headers.get('set-cookie') ?? '';
    const [cookie = ''] = set.split(';');
    const headers = page({ cookie });
    const renew = () => api.call('refreshLogin', { body: session, headers });

    const renewed = (await renew()).ok();
    const logout = await api.call('logout', { body: session, headers });
    const ended = await renew();

    const { refresh: none, ...rest } = login.json();
    expect(none).toBeUndefined();
    expect(rest).toMatchObject({ email: administrator.email, expires_in: 3600 });
    expect(set).toMatch(
      /^__Host-talaro=[\w.-]{100,}; HttpOnly; Secure; SameSite=Strict; Path=\/; Max-Age=604800$/,
    );
    expect(Object.keys(renewed)).not.toContain('refresh');
    expect(logout.headers.get('set-cookie')).toMatch(/^__Host-talaro=; .*Max-Age=0$/);
    expectErrorForm(ended, 401, 'invalid_credentials');
  });

  it('is refused to requests of other pages and of none, and changes nothing', async () => {
    const { refresh: token } = (await api.call('login', { body: administrator })).ok();
    const cookie = `__Host-talaro=${token}`;

    for (const origin of [undefined, 'null', 'https://evil.example', `${stack.url}.evil.example`]) {
      const headers = { cookie, ...(origin && { origin }) };
      for (const name of ['refreshLogin', 'logout'] as const) {
        const reply = await api.call(name, { body: session, headers });

        expectErrorForm(reply, 403, 'forbidden');
        expect(reply.headers.get('set-cookie')).toBeNull();
      }
    }
    expect((await refresh(token)).status).toBe(200);
  });

  it('is nothing that other clients see: a login has no cookie, and a cookie alone is no token', async () => {
    const login = await api.call('login', { body: administrator });
    const { refresh: token } = login.ok();
    const headers = { cookie: `__Host-talaro=${token}`, origin: stack.url };

    const alone = await api.call('refreshLogin', { body: {}, headers });
    const logout = await api.call('logout', { body: { refresh: token } });

    expect(login.headers.get('set-cookie')).toBeNull();
    expect(Object.keys(login.json()).slice(0, 4)).toEqual([
      'access',
      'refresh',
      'expires_in',
      'token_type',
    ]);
    expect([alone.status, alone.text]).toEqual([
      400,
      '{"error":"refresh is required","code":"invalid_input","issues":[{"path":"refresh","message":"refresh is required"}]}',
    ]);
    expect(logout.headers.get('set-cookie')).toBeNull();
    expectErrorForm(await refresh(token), 401, 'invalid_credentials');
  });
});

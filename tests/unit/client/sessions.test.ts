import { expect, it } from 'vitest';
import { createClient } from '../../../client/client.ts';
import { machineSession, passwordSession, storedSession } from '../../../client/logins.ts';
import { renewing } from '../../../client/session.ts';
import { refused, type SentRequest, scriptedFetch } from '../../support/scripted-fetch.ts';

const base_url = 'https://talaro.example.com';

/** An API whose tokens are numbered, and of which only those from `valid` on are taken. */
const numbered = ({ valid = 1, renews = true } = {}) => {
  let made = 0;
  const tokens = () => {
    made += 1;
    return { body: { access: `t${made}`, refresh: 'r', expires_in: 900, token_type: 'Bearer' } };
  };
  const answer = ({ url, headers }: SentRequest) => {
    if (url.endsWith('/refresh/')) return renews ? tokens() : refused(401, 'invalid_credentials');
    if (/\/(login|token)\/$/.test(url)) return tokens();
    if (url.endsWith('/logout/')) return {};
    const token = Number(headers.get('authorization')?.slice('Bearer t'.length));
    return token >= valid ? { body: { items: [] } } : refused(401, 'unauthorized');
  };
  const { fetch, sent } = scriptedFetch(answer);
  return { fetch, called: () => sent.map(({ url }) => url.split('/').at(-2)), sent };
};

const who = { email: 'a@example.com', password: 'secret' };

it('logs in once for calls at the same time', async () => {
  const { fetch, called } = numbered();
  const session = passwordSession({ base_url, fetch, ...who });
  const talaro = createClient({ base_url, fetch, session });

  await Promise.all([talaro.listKits(), talaro.listKits(), talaro.listKits()]);

  expect(called().filter((name) => name === 'login')).toHaveLength(1);
});

it('renews a refused token once for calls at the same time', async () => {
  const { fetch, called } = numbered({ valid: 2 });
  const session = passwordSession({ base_url, fetch, ...who });
  const talaro = createClient({ base_url, fetch, session });

  await Promise.all([talaro.listKits(), talaro.listKits(), talaro.listKits()]);

  expect(called().filter((name) => name === 'refresh')).toHaveLength(1);
});

it('gives up when the new token is refused, too', async () => {
  const { fetch, called } = numbered({ valid: 99 });
  const session = machineSession({ base_url, fetch, client_id: 'ats', client_secret: 's' });

  const call = createClient({ base_url, fetch, session }).listKits();

  await expect(call).rejects.toMatchObject({ code: 'unauthorized' });
  expect(called()).toEqual(['token', 'interview-kits', 'token', 'interview-kits']);
});

it('logs in again with the password when the login can no longer be renewed', async () => {
  const { fetch, called } = numbered({ valid: 2, renews: false });
  const session = passwordSession({ base_url, fetch, ...who });

  await createClient({ base_url, fetch, session }).listKits();

  expect(called()).toEqual(['login', 'interview-kits', 'refresh', 'login', 'interview-kits']);
});

it('goes on with a stored login, and keeps what is renewed', async () => {
  const { fetch, called } = numbered();
  const kept: object[] = [];
  const login = { access: 't0', ends: Date.now() - 1, refresh: 'r' };
  const session = storedSession({ base_url, fetch, login, save: (one) => kept.push(one) });

  await createClient({ base_url, fetch, session }).listKits();

  expect(called()).toEqual(['refresh', 'interview-kits']);
  expect(kept).toEqual([{ access: 't1', refresh: 'r', ends: expect.any(Number) }]);
});

it('takes the stored token as long as it lasts', async () => {
  const { fetch, called } = numbered({ valid: 0 });
  const login = { access: 't0', ends: Date.now() + 600_000, refresh: 'r' };

  await createClient({ base_url, fetch, session: storedSession({ fetch, login }) }).listKits();

  expect(called()).toEqual(['interview-kits']);
});

it('asks for a login where a stored one can no longer be renewed', async () => {
  const { fetch } = numbered({ valid: 2, renews: false });
  const login = { access: 't0', ends: 0, refresh: 'r' };
  const session = storedSession({ base_url, fetch, login });

  const call = createClient({ base_url, fetch, session }).listKits();

  await expect(call).rejects.toMatchObject({ code: 'unauthorized', status: 401 });
});

it('ends a login here and on the server', async () => {
  const { fetch, sent } = numbered();
  const login = { access: 't1', ends: Date.now() + 600_000, refresh: 'r' };
  const session = storedSession({ base_url, fetch, login });

  await session.end();

  expect(sent.map(({ body }) => body)).toEqual([{ refresh: 'r' }]);
  expect(await session.access()).toBeNull();
});

it('stays logged out where a renewal was on its way', async () => {
  const { promise, resolve } = Promise.withResolvers<{ access: string; expires_in: number }>();
  const session = renewing(() => promise);

  const late = session.access();
  session.set(null);
  resolve({ access: 'revived', expires_in: 900 });

  expect(await late).toBeNull();
});

it('renews again after a renewal that failed', async () => {
  const answers = [
    Promise.reject(new Error('offline')),
    Promise.resolve({ access: 'a', expires_in: 900 }),
  ];
  const session = renewing(() => answers.shift() ?? Promise.resolve(null));

  await expect(session.access()).rejects.toThrow('offline');

  expect(await session.access()).toBe('a');
});

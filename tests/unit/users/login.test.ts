import { describe, expect, it } from 'vitest';
import { login } from '../../../functions/login/login.ts';
import { WithHeaders } from '../../../shared/http/endpoint.ts';
import { cookieOf, noCookie } from '../../../shared/users/session-cookie.ts';

const own = 'https://talaro.example';
const idOf = (claims: object) => `h.${Buffer.from(JSON.stringify(claims)).toString('base64url')}.s`;
const credentials = { email: 'ada@example.com', password: 'p' };
const from = (headers: Record<string, string>) => (name: string) => headers[name] ?? '';

const poolOf = (claims: object, put: (person: object) => Promise<void> = async () => {}) => {
  const asked: object[] = [];
  const deps = {
    logIn: async (sent: object) => {
      asked.push(sent);
      return { access: 'a', expires_in: 3600, refresh: 'r', id: idOf(claims) };
    },
    putUserName: put,
    baseUrl: async () => `${own}/`,
  };
  return { deps, asked };
};

describe('A login', () => {
  it('keeps the name, or what is before the @ of the address', async () => {
    const kept: object[] = [];
    const put = async (person: object) => void kept.push(person);

    for (const claims of [{ name: 'Ada L' }, {}, { name: '' }]) {
      const { deps } = poolOf({ sub: 'u', email: 'ada@example.com', ...claims }, put);
      await login(deps, credentials, from({}));
    }

    expect(kept.map((person) => Object.values(person))).toEqual([
      ['u', 'Ada L'],
      ['u', 'ada'],
      ['u', 'ada'],
    ]);
  });

  it('succeeds if the name cannot be kept, or the ID token says nothing', async () => {
    const failing = poolOf({ sub: 'u', email: 'a@b.cd' }, () =>
      Promise.reject(new Error('no table')),
    );
    const silent = poolOf({}, () => Promise.reject(new Error('not to be called')));

    for (const { deps } of [failing, silent]) {
      const tokens = await login(deps, credentials, from({}));

      expect(tokens).toMatchObject({ access: 'a', expires_in: 3600, refresh: 'r' });
    }
  });

  it('says whose it is, where the ID token does', async () => {
    const known = await login(poolOf({ sub: 'u', email: 'a@b.cd' }).deps, credentials, from({}));
    const unknown = await login(poolOf({}).deps, credentials, from({}));

    expect(known).toMatchObject({ user_id: 'u', name: 'a', email: 'a@b.cd' });
    expect(unknown).toEqual({ access: 'a', expires_in: 3600, refresh: 'r', token_type: 'Bearer' });
  });

  it('of our own page has the refresh token in a cookie that no script can read, and nowhere else', async () => {
    const { deps, asked } = poolOf({});

    const answer = await login(deps, { ...credentials, session: 'cookie' }, from({ origin: own }));

    expect(answer).toEqual(
      new WithHeaders(
        { access: 'a', expires_in: 3600, token_type: 'Bearer' },
        {
          'set-cookie':
            '__Host-talaro=r; HttpOnly; Secure; SameSite=Strict; Path=/; Max-Age=604800',
        },
      ),
    );
    expect(asked).toEqual([credentials]);
  });

  it('of another page is refused before anybody is logged in', async () => {
    const { deps, asked } = poolOf({});
    const origins = [{}, { origin: 'null' }, { origin: 'https://evil.example' }];

    for (const headers of [
      ...origins,
      { origin: `${own}.evil.example` },
      { origin: `${own}:444` },
    ]) {
      const refused = login(deps, { ...credentials, session: 'cookie' }, from(headers));

      await expect(refused).rejects.toMatchObject({ code: 'forbidden' });
    }
    expect(asked).toEqual([]);
  });
});

describe('The session cookie', () => {
  const baseUrl = async () => own;

  it('is found among others, and is empty where there is none', async () => {
    const cookie = 'a=__Host-talaro=x; __Host-talaro=token.with.dots; b=2';

    expect(await cookieOf({ header: from({ origin: own, cookie }), baseUrl })).toBe(
      'token.with.dots',
    );
    expect(await cookieOf({ header: from({ origin: own }), baseUrl })).toBe('');
  });

  it('is taken from our own pages only', async () => {
    for (const origin of ['', 'null', 'https://evil.example']) {
      const header = from({ origin, cookie: '__Host-talaro=x' });

      await expect(cookieOf({ header, baseUrl })).rejects.toMatchObject({ code: 'forbidden' });
    }
  });

  it('is cleared with the attributes that it was set with', () => {
    expect(noCookie['set-cookie']).toBe(
      '__Host-talaro=; HttpOnly; Secure; SameSite=Strict; Path=/; Max-Age=0',
    );
  });
});

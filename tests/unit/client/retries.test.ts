import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { type ClientOptions, createClient } from '../../../client/client.ts';
import { routes } from '../../../client/routes.ts';
import type { Client } from '../../../client/types.ts';
import { refused, scriptedFetch } from '../../support/scripted-fetch.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const lost = new TypeError('fetch failed');

/** What became of a call, how often it was sent, and how long that took. */
const outcome = async (
  call: (talaro: Client) => Promise<unknown>,
  answers: Parameters<typeof scriptedFetch>,
  options: ClientOptions = {},
) => {
  const { fetch, sent } = scriptedFetch(...answers);
  const begun = Date.now();
  const talaro = createClient({ base_url: 'https://talaro.example.com', fetch, ...options });
  const ended = call(talaro).then(
    () => 'done',
    ({ code }) => code,
  );
  await vi.runAllTimersAsync();
  return { result: await ended, times: sent.length, ms: Date.now() - begun, sent };
};

it('waits as long as the server says, and tries again', async () => {
  const read = (talaro: Client) => talaro.readHealth();

  const { result, ms } = await outcome(read, [refused(429, 'throttled', 7), {}]);

  expect([result, ms]).toEqual(['done', 7000]);
});

it('does not wait longer than it may, nor try more often', async () => {
  const read = (talaro: Client) => talaro.readHealth();

  const long = await outcome(read, [refused(429, 'throttled', 31)]);
  const short = await outcome(read, [refused(429, 'throttled', 2)], { longest_wait: 1999 });
  const often = await outcome(read, [lost]);

  expect([long.times, short.times]).toEqual([1, 1]);
  expect(often).toMatchObject({ result: 'unreachable', times: 3, ms: 1500 });
});

it('adds a bit by chance, so that many who wait do not come back at once', async () => {
  vi.mocked(Math.random).mockReturnValue(0.8);

  const { ms } = await outcome((talaro) => talaro.readHealth(), [refused(409, 'conflict', 1), {}]);

  expect(ms).toBe(1200);
});

const body = { candidate_name: 'A', candidate_email: 'a@example.com' };

it('repeats with the same key what takes one', async () => {
  const create = (talaro: Client) => talaro.createInterview(body);

  const { sent } = await outcome(create, [lost, refused(504, 'timeout'), {}]);
  const again = await outcome(create, [{}]);
  const own = await outcome(
    (talaro) => talaro.createInterview(body, { idempotency_key: 'k' }),
    [{}],
  );

  const keys = [...sent, ...again.sent].map(({ headers }) => headers.get('idempotency-key'));
  expect(new Set(keys.slice(0, 3)).size).toBe(1);
  expect(new Set(keys).size).toBe(2);
  expect(own.sent[0]?.headers.get('idempotency-key')).toBe('k');
});

it('keeps the key when the token has to be renewed', async () => {
  const session = { access: async (old?: string) => (old ? 'new' : 'old') };

  const { sent } = await outcome(
    (talaro) => talaro.createInterview(body),
    [refused(401, 'unauthorized'), {}],
    { session },
  );

  const keys = sent.map(({ headers }) => headers.get('idempotency-key'));
  expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual([
    'Bearer old',
    'Bearer new',
  ]);
  expect(new Set(keys).size).toBe(1);
});

it('sends nothing twice that would do something else the second time', async () => {
  const once = Object.entries(routes).flatMap(([name, { isRepeatable }]) =>
    isRepeatable ? [] : [name],
  );

  const { times } = await outcome((talaro) => talaro.forgotPassword({ email: 'a@b.c' }), [lost]);

  expect(times).toBe(1);
  expect(once).toEqual([
    'forgotPassword',
    'resetPassword',
    'changePassword',
    'inviteUser',
    'updateUser',
    'handleAccommodation',
    'regenerateLink',
    'reEvaluateInterview',
    'requestAccommodation',
  ]);
});

it('tries those again, too, where the server says that nothing has happened', async () => {
  const forgot = (talaro: Client) => talaro.forgotPassword({ email: 'a@example.com' });

  const busy = await outcome(forgot, [refused(409, 'conflict', 1), {}]);
  const silent = await outcome(forgot, [refused(429, 'too_many_requests')]);

  expect([busy.times, silent.times]).toEqual([2, 1]);
});

it.each([
  ['a model that is back in a moment', refused(500, 'ai_unavailable', 10), 2],
  ['a model that fails again and again', refused(500, 'ai_unavailable'), 1],
  ['a budget that is back tomorrow', refused(503, 'budget_reached', 40_000), 1],
  ['what failed for once', refused(500, 'internal_error'), 2],
  ['the error page of a proxy', { status: 502, body: '' }, 2],
  ['a page with status 200', { body: '<html>' }, 1],
  ['a Retry-After that is a date', refused(409, 'conflict'), 1],
  ['what is wrong with the request', refused(400, 'invalid_input'), 1],
])('asks as often as makes sense after %s', async (_, first, expected) => {
  const link = (talaro: Client) => talaro.generateLink({ interview_id: '1' });

  const { times } = await outcome(link, [first, {}]);

  expect(times).toBe(expected);
});

it('stops waiting when the signal comes', async () => {
  const stop = new AbortController();
  const reason = new Error('The page was left');
  const { fetch, sent } = scriptedFetch(refused(429, 'throttled', 20));
  const talaro = createClient({ fetch });

  const ended = talaro.readHealth({}, { signal: stop.signal }).catch((error: unknown) => error);
  await vi.advanceTimersByTimeAsync(10_000);
  stop.abort(reason);

  expect(await ended).toBe(reason);
  expect([sent.length, vi.getTimerCount()]).toEqual([1, 0]);
});

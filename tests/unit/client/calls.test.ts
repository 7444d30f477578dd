import { expect, it } from 'vitest';
import { createClient } from '../../../client/client.ts';
import { type Answer, refused, scriptedFetch } from '../../support/scripted-fetch.ts';

const base_url = 'https://talaro.example.com';

const clientOf = (...answers: Parameters<typeof scriptedFetch>) => {
  const { fetch, sent } = scriptedFetch(...answers);
  return { talaro: createClient({ base_url, fetch, attempts: 1 }), sent };
};

const failure = (call: Promise<unknown>) =>
  call.then(
    () => null,
    (error: unknown) => error,
  );

it('puts what an endpoint takes into path, query and body', async () => {
  const { talaro, sent } = clientOf({});

  await talaro.getKit({ kit_id: 'a/b?c#d é', version: 2 });
  await talaro.listInterviews({ limit: 20, email: 'a+b@example.com' });
  await talaro.cancelInterview({ interview_id: '1', reason: 'Filled 🎉' });
  await talaro.archiveKit({ kit_id: '1', archived: true });
  await talaro.generateLink({ interview_id: '1' });

  expect(sent.map(({ method, url, body }) => [method, url.slice(base_url.length), body])).toEqual([
    ['GET', '/api/interview-kits/a%2Fb%3Fc%23d%20%C3%A9/?version=2', undefined],
    ['GET', '/api/interviews/?limit=20&email=a%2Bb%40example.com', undefined],
    ['POST', '/api/interviews/1/cancel/', { reason: 'Filled 🎉' }],
    ['POST', '/api/interview-kits/1/archive/', { archived: true }],
    ['POST', '/api/ai-interview/generate-link/1/', undefined],
  ]);
});

it('leaves out what has no value in a query, and sends null in a body', async () => {
  const { talaro, sent } = clientOf({});
  const odd: object = { limit: undefined, cursor: null, interview_id: '1' };

  await talaro.listInterviews({ ...odd });
  await talaro.updateInterview({ interview_id: '1', starts_at: null });

  expect(sent.map(({ url, body }) => [new URL(url).search, body])).toEqual([
    ['?interview_id=1', undefined],
    ['', { starts_at: null }],
  ]);
});

it.each(['', '.', '..', undefined, null])('sends nothing for the id %j', async (interview_id) => {
  const { talaro, sent } = clientOf({});
  const input: { interview_id: string } = Object({ interview_id });

  const error = await failure(talaro.eraseInterview(input));

  expect(error).toMatchObject({ code: 'invalid_input', issues: [{ path: 'interview_id' }] });
  expect(sent).toEqual([]);
});

it('takes half a surrogate in an id for a letter that no id has', async () => {
  const { talaro, sent } = clientOf({});

  await talaro.getInterview({ interview_id: '\ud83c' });

  expect(sent[0]?.url).toMatch(/%EF%BF%BD\/$/);
});

it.each([
  ['https://talaro.example.com/', 'https://talaro.example.com'],
  ['https://example.com/talaro//?x=1#y', 'https://example.com/talaro'],
  ['http://localhost:8000', 'http://localhost:8000'],
  ['http://[::1]:8000/', 'http://[::1]:8000'],
  ['', ''],
])('finds the API of %j at %j', async (given, root) => {
  const { fetch, sent } = scriptedFetch({});

  await createClient({ base_url: given, fetch }).readHealth();

  expect(sent[0]?.url).toBe(`${root}/api/health/`);
});

it.each(['http://talaro.example.com', 'http://localhost.example.com', 'ftp://x', 'talaro', '/api'])(
  'refuses %j, where logins would cross in clear or nowhere',
  (given) => {
    expect(() => createClient({ base_url: given })).toThrow(TypeError);
  },
);

it('tells a refusal with all that the API says of it', async () => {
  const body = { error: 'Later', code: 'link_not_open', opens_at: '2030-01-01T00:00:00Z' };
  const { talaro } = clientOf({ status: 403, body });

  const error = await failure(talaro.viewInterview({ link_token: 'x' }));

  expect(error).toMatchObject({ message: 'Later', code: 'link_not_open', status: 403, body });
});

const foreign: [string, Answer][] = [
  ['a page', { body: '<!doctype html>' }],
  ['nothing', { body: '' }],
  ['a number', { body: '1' }],
  ['null', { body: 'null' }],
  ['the error page of a proxy', { status: 502, body: '<h1>Bad Gateway</h1>' }],
  ['the JSON of another server', { status: 404, body: { message: 'Not Found' } }],
  ['a redirect', { status: 302, headers: { location: 'https://example.com' } }],
];
it.each(foreign)('calls %s unreadable', async (_, answer) => {
  const { talaro } = clientOf(answer);

  const error = await failure(talaro.readHealth());

  expect(error).toMatchObject({ code: 'unreadable', status: answer.status ?? 200 });
});

it('calls it unreachable where no answer came, and where it broke off', async () => {
  const cut = new ReadableStream({ start: (stream) => stream.error(new TypeError('terminated')) });
  const broken = createClient({ base_url, fetch: async () => new Response(cut), attempts: 1 });
  const { talaro } = clientOf(new TypeError('fetch failed'));

  const errors = await Promise.all([failure(talaro.readHealth()), failure(broken.readHealth())]);

  for (const error of errors) expect(error).toMatchObject({ code: 'unreachable', status: 0 });
});

it('follows no redirect', async () => {
  let redirect: unknown;
  const watching: typeof fetch = async (_, init) => {
    redirect = init?.redirect;
    return Response.json({});
  };

  await createClient({ base_url, fetch: watching }).login({
    email: 'a@example.com',
    password: 'x',
  });

  expect(redirect).toBe('manual');
});

it('sends no token to an endpoint without a login', async () => {
  const { fetch, sent } = scriptedFetch({});
  const session = { access: async () => 'secret' };
  const talaro = createClient({ base_url, fetch, session });

  await talaro.viewInterview({ link_token: 'x' });
  await talaro.listKits();

  const tokens = sent.map(({ headers }) => headers.get('authorization'));
  expect(tokens).toEqual([null, 'Bearer secret']);
});

it('ends with the reason of a signal, before and during a call', async () => {
  const { talaro, sent } = clientOf(() => new Promise<Answer>(() => {}));
  const reason = new Error('The page was left');
  const stop = new AbortController();

  const early = failure(talaro.readHealth({}, { signal: AbortSignal.abort(reason) }));
  const waiting = createClient({ base_url, session: { access: () => new Promise(() => {}) } });
  const late = failure(waiting.listKits({}, { signal: stop.signal }));
  stop.abort(reason);

  expect(await Promise.all([early, late])).toEqual([reason, reason]);
  expect(sent).toEqual([]);
});

it('hands on the code of an error without a sentence', async () => {
  const { talaro } = clientOf({ ...refused(409, 'conflict'), body: { code: 'conflict' } });

  expect(await failure(talaro.readHealth())).toMatchObject({ message: 'conflict' });
});

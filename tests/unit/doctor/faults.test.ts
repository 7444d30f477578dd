import { once } from 'node:events';
import { createServer, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { credentials, type Fault, findingsOf, findingsWith, siteAt } from './fake-talaro.ts';

const wrongIn = (findings: Awaited<ReturnType<typeof findingsWith>>) =>
  findings.filter(({ verdict }) => verdict === 'wrong');

const at =
  (what: string, change: Fault): Fault =>
  (answer, asked) =>
    asked.what === what ? change(answer, asked) : answer;

const refuse =
  (status: number, code: string): Fault =>
  (answer) => ({ ...answer, status, body: JSON.stringify({ error: 'A sentence', code }) });

const without =
  (name: string): Fault =>
  (answer) => ({
    ...answer,
    headers: Object.fromEntries(Object.entries(answer.headers).filter(([key]) => key !== name)),
  });

const html: Fault = () => ({
  status: 200,
  headers: { 'content-type': 'text/html' },
  body: '<h1>Welcome</h1>',
});

const clockOff =
  (minutes: number): Fault =>
  (answer) => ({
    ...answer,
    body: JSON.stringify({
      status: 'ok',
      server_time: new Date(Date.now() + minutes * 60_000).toISOString(),
    }),
  });

/** Only for those who are logged in, as strangers see no more of the route. */
const loggedIn =
  (change: Fault): Fault =>
  (answer, asked) =>
    answer.status < 300 ? change(answer, asked) : answer;

const tenMinutesAgo = () => new Date(Date.now() - 600_000).toUTCString();

/** What is broken, how, which check names it, and in which words. */
const faults: [what: string, fault: Fault, check: string, says: RegExp][] = [
  ['a server that hangs', () => null, 'reachable', /does not answer in time/],
  ['another site', html, 'reachable', /it is not Talaro: 200 with text\/html/],
  ['a server that fails', refuse(500, 'internal_error'), 'reachable', /500 with code internal_err/],
  [
    'a redirect elsewhere',
    () => ({ status: 301, headers: { location: 'https://elsewhere.example/x' }, body: '' }),
    'reachable',
    /sends callers on to https:\/\/elsewhere\.example$/,
  ],
  [
    'an admin route that is open',
    at('get-kit', (answer) => ({ ...answer, status: 200, body: '{}' })),
    'admin routes',
    /GET \/api\/interview-kits\/\{kit_id\}\/ without a token: 200 with application\/json/,
  ],
  [
    'an admin route that takes an unsigned token',
    at('approve-kit', (answer, { headers }) =>
      headers.get('authorization')?.endsWith('.') ? { ...answer, status: 200 } : answer,
    ),
    'admin routes',
    /^[^;]*approve\/ with an unsigned token: [^;]*$/,
  ],
  [
    'a refusal in HTML',
    at('create-interview', html),
    'admin routes',
    /POST \/api\/interviews\/ without a token: 200 with text\/html/,
  ],
  ['a route that hangs', at('get-link', () => null), 'admin routes', /does not answer in time/],
  [
    'a candidate route that tells more',
    at('submit-response', refuse(401, 'link_invalid')),
    'candidate routes',
    /submit-response\/ with a forged token: 401 with code link_invalid/,
  ],
  [
    'an unknown path in the words of another server',
    at('/api/doctor/no-such-address/', refuse(403, 'forbidden')),
    'unknown path',
    /403 with code forbidden/,
  ],
  [
    'answers that may be cached',
    at('read-health', (answer) => ({
      ...answer,
      headers: { ...answer.headers, 'cache-control': 'public' },
    })),
    'API headers',
    /cache-control is “public”, not “no-store”/,
  ],
  [
    'errors that carry an address on',
    at('list-kits', without('referrer-policy')),
    'API headers',
    /: referrer-policy is missing$/,
  ],
  [
    'a link that opens no page',
    at('open-interview', (answer) => (answer.status === 302 ? { ...answer, status: 404 } : answer)),
    'page',
    /link does not open the page: 404/,
  ],
  [
    'a page that is not there',
    at('/interview.html', refuse(404, 'x')),
    'page',
    /is not there: 404/,
  ],
  ['a script that is not there', at('/assets/a.js', html), 'page', /blank: \/assets\/a\.js is 200/],
  [
    'a console that is not there',
    at('/console/', refuse(404, 'x')),
    'console',
    /\/console\/ is not there: 404/,
  ],
  [
    'a page that may run anything',
    at('/interview.html', without('content-security-policy')),
    'page',
    /: content-security-policy is missing$/,
  ],
  [
    'sound without its headers',
    (answer, asked) =>
      asked.what.startsWith('/media/') ? without('x-content-type-options')(answer, asked) : answer,
    'sound headers',
    /: x-content-type-options is missing$/,
  ],
  [
    'an API without HSTS',
    at('read-health', without('strict-transport-security')),
    'API headers',
    /: strict-transport-security is missing or too short$/,
  ],
  [
    'a page in clear',
    at('http://talaro.example/interview.html', html),
    'http to https',
    /The page by plain http is not sent on to https: 200/,
  ],
  [
    'an API in clear',
    at('http://talaro.example/api/health/', html),
    'http to https',
    /The API answers to plain http: 200/,
  ],
  ['a clock 10 minutes fast', at('read-health', clockOff(10)), 'clock', /10 min fast, by its Date/],
  [
    'a Date header 10 minutes slow',
    at('read-health', (answer) => ({
      ...answer,
      headers: { ...answer.headers, date: tenMinutesAgo() },
    })),
    'clock',
    /^The Date header is 10 min slow$/,
  ],
  [
    'this machine 10 minutes fast',
    at('read-health', (answer, asked) =>
      clockOff(-10)({ ...answer, headers: { ...answer.headers, date: tenMinutesAgo() } }, asked),
    ),
    'clock',
    /^The clock of this machine is 10 min fast; the server’s is right$/,
  ],
  [
    'a wrong password',
    at('login', refuse(401, 'invalid_credentials')),
    'model',
    /login is refused/,
  ],
  [
    'an account without a group',
    at('create-kit', loggedIn(refuse(403, 'forbidden'))),
    'model',
    /\(forbidden/,
  ],
  [
    'a model out of reach',
    at('create-kit', loggedIn(refuse(500, 'ai_unavailable'))),
    'model',
    /\(ai_unavail/,
  ],
  [
    'a budget that is spent',
    at('create-kit', loggedIn(refuse(503, 'budget_reached'))),
    'model',
    /\(budget_/,
  ],
  [
    'a kit that stays',
    at('archive-kit', loggedIn(refuse(409, 'conflict'))),
    'model',
    /The kit 4b1f.* could not be arch/,
  ],
  [
    'a voice that is not available',
    at(
      'speak-question',
      loggedIn((answer) => ({ ...answer, body: '{"audio_url":null}' })),
    ),
    'voice',
    /there is no sound$/,
  ],
  [
    'sound that is no sound',
    at('/media/tts/spoken.mp3', html),
    'voice',
    /cannot be fetched: 200 with text\/html/,
  ],
];

it('finds nothing wrong with a sound Talaro', async () => {
  const findings = await findingsWith((answer) => answer);

  expect(wrongIn(findings)).toEqual([]);
  expect(findings.filter(({ verdict }) => verdict === 'ok')).toHaveLength(13);
});

it('names exactly the fault of a server that has one, with what to do', async () => {
  for (const [what, fault, check, says] of faults) {
    const wrong = wrongIn(await findingsWith(fault));

    expect(
      wrong.map((finding) => finding.check),
      what,
    ).toEqual([check]);
    expect(wrong[0]?.says, what).toMatch(says);
    expect(wrong[0], what).toHaveProperty('remedy', expect.stringMatching(/.{10}/));
    expect(JSON.stringify(wrong)).not.toContain(credentials.password);
  }
});

it('says of a server that cannot be reached why, and what was not checked for it', async () => {
  const reasons: [code: string, says: RegExp][] = [
    ['ENOTFOUND', /^talaro\.example has no entry in the DNS$/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', /a certificate that it signed itself$/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', /a certificate for another name$/],
    ['E_OF_TOMORROW', /cannot be asked \(E_OF_TOMORROW\)$/],
  ];
  for (const [code, says] of reasons) {
    const site = siteAt('https://talaro.example', async () => {
      const cause = Object.assign(new Error('at TLSSocket'), { code });
      throw new TypeError('fetch failed', { cause });
    });

    const [reachable, ...rest] = await findingsOf({ site });

    expect(reachable).toMatchObject({ verdict: 'wrong', says: expect.stringMatching(says) });
    expect(rest.map(({ check, verdict }) => [check, verdict])).toEqual(
      ['everything else', 'alarms', 'queue age', 'dead letters'].map((name) => [
        name,
        'not_checked',
      ]),
    );
  }
});

it('is not held up by what speaks no HTTP, no TLS, or without end', async () => {
  const endless = Buffer.alloc(1_000_000);
  const servers: [says: RegExp, scheme: string, onRequest: (socket: Socket) => void][] = [
    [/does not speak HTTP$/, 'http', (socket) => socket.end('220 mail.example ESMTP')],
    [
      /does not speak TLS at this port$/,
      'https',
      (socket) => socket.end('HTTP/1.1 400 No\r\n\r\n'),
    ],
    [/broke the connection off$/, 'http', (socket) => socket.destroy()],
    [/does not answer in time$/, 'http', () => {}],
    [
      /sends more than 5 MB$/,
      'http',
      (socket) => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        for (let n = 0; n < 7; n++) socket.write(endless);
      },
    ],
  ];
  for (const [says, scheme, onRequest] of servers) {
    await using server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () => onRequest(socket));
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = z.object({ port: z.int() }).parse(server.address());

    const timeout = String(says).includes('in time') ? 100 : 10_000;
    const site = siteAt(`${scheme}://127.0.0.1:${port}`, fetch, timeout);
    const [reachable] = await findingsOf({ site });

    expect(reachable).toMatchObject({ verdict: 'wrong', says: expect.stringMatching(says) });
  }
});

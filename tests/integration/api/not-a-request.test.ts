import { connect as connectHttp2 } from 'node:http2';
import { describe, expect, it } from 'vitest';
import { dial, parseAnswer } from '../../support/raw-http.ts';
import { sharedTestStack } from '../../support/stack.ts';

const { api } = await sharedTestStack();

const get = (path: string, fields: string) =>
  `GET ${path} HTTP/1.1\r\n${fields}connection: close\r\n\r\n`;
const host = 'host: localhost\r\n';
const post = (fields: string, body = '') =>
  `POST /api/auth/login/ HTTP/1.1\r\n${host}${fields}\r\n\r\n${body}`;
const long = 'a'.repeat(100_000);

const cases: Record<number, Record<string, string | Buffer>> = {
  400: {
    'another version': 'GET / HTTP/9.9\r\n\r\n',
    'a TLS handshake': Buffer.from('16030100a5010000a10303', 'hex'),
    rubbish: Buffer.from(Array.from({ length: 300 }, (_, n) => (n * 97) % 256)),
    'an unknown method': `FOO / HTTP/1.1\r\n${host}\r\n`,
    'a tunnel': `CONNECT x:1 HTTP/1.1\r\n${host}\r\n`,
    'no host': get('/api/health/', ''),
    'two hosts': get('/api/health/', host + host),
    'an invalid host': get('/api/health/', 'host: a b/?c\r\n'),
    'NUL in a header': get('/api/health/', `${host}a: \0\r\n`),
    'an invalid length': post('content-length: abc'),
    'two lengths': post('content-length: 3\r\ncontent-length: 4', 'abcd'),
    'a length and chunks': post('content-length: 3\r\ntransfer-encoding: chunked', '0\r\n\r\n'),
    'a chunk without a length': post('transfer-encoding: chunked', 'zz\r\n\r\n'),
    'half an escape': get('/api/interviews/%zz/', host),
    'an escape that is not UTF-8': get('/api/interviews/%ff/', host),
  },
  413: {
    'a body that is announced': post('connection: close\r\ncontent-length: 1000000000', '{'),
    'a body in chunks': post(
      'connection: close\r\ntransfer-encoding: chunked',
      `b00000\r\n${' '.repeat(0xb00000)}\r\n0\r\n\r\n`,
    ),
  },
  431: {
    'a long header': get('/api/health/', `${host}x: ${long}\r\n`),
    'a long address': get(`/api/${long}`, host),
    'many headers': get('/api/health/', `${host}${'a: b\r\n'.repeat(4_000)}`),
  },
};

describe('what is no request', () => {
  it.each(Object.keys(cases).map(Number))(
    'is refused in the form of every error: %d',
    async (status) => {
      for (const [name, bytes] of Object.entries(cases[status] ?? {})) {
        const answer = parseAnswer(await dial(api.base, bytes).ended);

        expect([name, answer.status]).toEqual([name, status]);
        expect(answer.headers).toMatchObject({
          'content-type': 'application/json; charset=utf-8',
          'cache-control': 'no-store',
          'referrer-policy': 'no-referrer',
          'x-content-type-options': 'nosniff',
        });
        const { error, ...rest } = JSON.parse(answer.body);
        expect(error).toMatch(/^[A-Z][^\n]{10,}[^.]$/);
        expect(rest).toEqual(
          status === 400
            ? { code: 'invalid_input', issues: [{ path: '', message: error }] }
            : { code: 'payload_too_large' },
        );
      }
    },
  );

  it.each([
    ['one long header', { x: 'a'.repeat(30_000) }],
    [
      'many headers',
      Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`x-${n}`, 'a'.repeat(40)])),
    ],
  ])('is refused over HTTP/2 too: %s', async (_name, fields) => {
    const session = connectHttp2(api.base);

    const stream = session.request({ ':path': '/api/health/', ...fields });
    const [headers] = await new Promise<[Record<string, unknown>]>((resolve) =>
      stream.once('response', (...came) => resolve([came[0]])),
    );
    session.destroy();

    expect(headers).toMatchObject({ ':status': 431, 'cache-control': 'no-store' });
  });

  it('is told from a request to the whole address, and from several at once', async () => {
    const whole = get(`${api.base}/api/health/`, host);
    const first = `GET /api/health/ HTTP/1.1\r\n${host}\r\n`;

    const answer = await dial(api.base, first + first + whole).ended;

    expect(answer.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(3);
  });
});

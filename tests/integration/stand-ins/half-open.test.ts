import { connect as connectHttp2 } from 'node:http2';
import { connect as connectSocket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type WireServer } from '../../../local/wire/h2c-server.ts';
import { dial, parseAnswer } from '../../support/raw-http.ts';

const head = 'POST / HTTP/1.1\r\nhost: x\r\n';
const preface = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

const kinds: Record<string, { bytes: string; status?: number }> = {
  'sends nothing': { bytes: '' },
  'sends the start of either protocol': { bytes: 'PR' },
  'sends empty lines': { bytes: '\r\n\r\n', status: 400 },
  'sends half a head': { bytes: head, status: 400 },
  'sends half a body': { bytes: `${head}content-length: 5\r\n\r\n{`, status: 400 },
  'sends half a chunk': {
    bytes: `${head}transfer-encoding: chunked\r\n\r\n5\r\nab`,
    status: 400,
  },
  'opens HTTP/2 and no stream': { bytes: preface },
};

describe.concurrent('a connection that leaves the wire server waiting', () => {
  let server: WireServer;
  beforeAll(async () => {
    server = await startServer({
      patience: 800,
      handle: async () => ({ status: 200, body: 'here' }),
    });
  });
  afterAll(() => server.close());

  it('is closed, whatever it waits with, and 450 of them keep no other waiting', async () => {
    const waiting = Object.entries(kinds).flatMap(([name, { bytes, status = null }]) =>
      Array.from({ length: 65 }, () => ({ name, status, ...dial(server.endpoint, bytes) })),
    );

    const other = await fetch(server.endpoint);

    expect(await other.text()).toBe('here');
    for (const { name, status, ended } of waiting) {
      const answer = await ended;
      const answered = status && parseAnswer(answer).status;
      expect([name, answered]).toEqual([name, status]);
    }
  });

  it('is closed when it takes no answer for long', async ({ onTestFinished }) => {
    const impatient = await startServer({ patience: 200, handle: () => new Promise(() => {}) });
    onTestFinished(() => impatient.close());

    const { ended } = dial(impatient.endpoint, 'GET / HTTP/1.1\r\nhost: x\r\n\r\n');

    expect(await ended).toBe('');
  });

  it('is closed though it goes on sending its head byte by byte', async () => {
    const { socket, ended } = dial(server.endpoint, head);
    const dripping = setInterval(() => socket.write('x'), 10);

    const answer = await ended;
    clearInterval(dripping);

    expect(parseAnswer(answer).status).toBe(400);
  });

  it('is closed though it goes on sending after it was refused', async () => {
    const socket = connectSocket({
      port: Number(new URL(server.endpoint).port),
      allowHalfOpen: true,
    });
    socket.on('error', () => {}).resume();
    const dripping = setInterval(() => socket.write('rubbish\r\n\r\n'), 10);

    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(dripping);

    expect(socket.destroyed).toBe(true);
  });

  it('is closed though its body goes on over HTTP/2', async () => {
    const session = connectHttp2(server.endpoint);
    session.on('error', () => {});
    const stream = session.request({ ':method': 'POST', ':path': '/' });
    stream.on('error', () => {});
    const dripping = setInterval(() => stream.write('x'), 10);

    await new Promise((resolve) => session.once('close', resolve));
    clearInterval(dripping);

    expect(stream.destroyed).toBe(true);
  });
});

import { connect as connectHttp2 } from 'node:http2';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { InjectedFault } from '../../../local/wire/fault.ts';
import { startServer, type WireServer } from '../../../local/wire/h2c-server.ts';
import { dial } from '../../support/raw-http.ts';

describe('the wire server', () => {
  let server: WireServer;
  let hangs: PromiseWithResolvers<void>;
  beforeEach(async () => {
    hangs = Promise.withResolvers();
    server = await startServer({
      handle: async ({ method, path, headers, body }) => {
        if (path === '/drop') throw new InjectedFault('drop');
        if (path === '/throttle') throw new InjectedFault('throttle');
        if (path === '/hang') {
          hangs.resolve();
          throw new InjectedFault('hang');
        }
        const seen = { method, path, x: headers['x-test'], length: body.length };
        return { status: 200, body: JSON.stringify(seen) };
      },
    });
  });
  afterEach(() => server.close());

  it('answers HTTP/1.1 with the path as it was sent', async () => {
    const body = 'b'.repeat(300_000);

    const response = await fetch(`${server.endpoint}/model/a%3Ab/..%2f?a=1`, {
      method: 'POST',
      headers: { 'X-Test': 'yes' },
      body,
    });

    const expected = { method: 'POST', path: '/model/a%3Ab/..%2f', x: 'yes' };
    expect(await response.json()).toEqual({ ...expected, length: 300_000 });
    expect(response.headers.get('x-amzn-requestid')).toMatch(/^[\da-f-]{36}$/);
  });

  it('answers HTTP/2 without an upgrade on the same port', async () => {
    const answers = await Promise.all([
      overHttp2(server.endpoint, '/one', Buffer.alloc(300_000)),
      overHttp2(server.endpoint, '/two', Buffer.alloc(0)),
    ]);

    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(JSON.parse(answers[0].text)).toMatchObject({ path: '/one', length: 300_000 });
    expect(JSON.parse(answers[1].text)).toMatchObject({ path: '/two', length: 0 });
  });

  it('recognises a request that arrives byte by byte', async () => {
    const { socket, ended } = dial(server.endpoint);
    socket.setNoDelay(true);

    for (const byte of 'PUT /slow HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n') {
      socket.write(byte);
      await new Promise(setImmediate);
    }

    expect(await ended).toContain('"path":"/slow"');
  });

  it('cuts the connection of a dropped request in both protocols', async () => {
    const http1 = fetch(`${server.endpoint}/drop`);
    const http2 = overHttp2(server.endpoint, '/drop', Buffer.alloc(0));

    await expect(http1).rejects.toThrow('fetch failed');
    await expect(http2).rejects.toThrow();
  });

  it('responds to a fault that the handler left to it', async () => {
    const response = await fetch(`${server.endpoint}/throttle`);

    expect(response.status).toBe(429);
  });

  it('returns a plain 500 for an unexpected error, and logs it', async () => {
    const errors = vi.spyOn(console, 'error').mockReturnValue();
    onTestFinished(() => errors.mockRestore());
    const failing = await startServer({
      handle: async () => {
        throw new Error('secret');
      },
    });

    const response = await fetch(failing.endpoint);
    await failing.close();

    expect([response.status, await response.text()]).toEqual([500, '']);
    expect(errors).toHaveBeenCalledWith(new Error('secret'));
  });

  it('rejects when its port is taken', async () => {
    const port = Number(new URL(server.endpoint).port);

    const second = startServer({ port, handle: async () => ({ status: 200 }) });

    await expect(second).rejects.toMatchObject({ code: 'EADDRINUSE' });
  });

  it.each([
    ['HTTP/1.1', ({ endpoint }: WireServer, signal: AbortSignal) => fetch(endpoint, { signal })],
    ['HTTP/2', ({ endpoint }: WireServer, signal: AbortSignal) => leaveHttp2(endpoint, signal)],
  ])('tells its handler that the client of a request has left, over %s', async (_over, request) => {
    const arrived = Promise.withResolvers<void>();
    const left = Promise.withResolvers<void>();
    const waiting = await startServer({
      handle: ({ signal }) => {
        signal.addEventListener('abort', () => left.resolve());
        arrived.resolve();
        return new Promise(() => {});
      },
    });
    onTestFinished(() => waiting.close());
    const abort = new AbortController();

    const leaving = request(waiting, abort.signal).catch(() => 'gone');
    await arrived.promise;
    abort.abort();

    await expect(leaving).resolves.toBe('gone');
    await expect(left.promise).resolves.toBeUndefined();
  });

  it('closes while a request hangs', async () => {
    const hanging = fetch(`${server.endpoint}/hang`);
    await hangs.promise;

    await server.close();

    await expect(hanging).rejects.toThrow('fetch failed');
  });
});

/** Ends a request with its connection, as the AWS SDK does. */
const leaveHttp2 = (endpoint: string, signal: AbortSignal) =>
  new Promise<never>((_, reject) => {
    const session = connectHttp2(endpoint);
    session.request({ ':method': 'POST', ':path': '/' }).on('error', reject).end();
    signal.addEventListener('abort', () => {
      session.destroy();
      reject(new Error('left'));
    });
  });

const overHttp2 = (endpoint: string, path: string, body: Buffer) => {
  return new Promise<{ status: number; text: string }>((resolve, reject) => {
    const session = connectHttp2(endpoint);
    session.on('error', reject);
    const stream = session.request({ ':method': 'POST', ':path': path });
    let status = 0;
    let text = '';
    stream.on('response', (headers) => {
      status = headers[':status'] ?? 0;
    });
    stream.on('data', (chunk) => {
      text += chunk;
    });
    stream.on('error', reject);
    stream.on('close', () => {
      session.close();
      if (status === 0) reject(new Error('no answer'));
      else resolve({ status, text });
    });
    stream.end(body);
  });
};

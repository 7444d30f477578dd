import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  createServer as createHttp2Server,
  Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import { createServer as createSocketServer, type Server, type Socket } from 'node:net';
import { InjectedFault } from './fault.ts';

export interface WireRequest {
  method: string;
  /** As sent: still percent-encoded, without the query. */
  path: string;
  /** Without the question mark; empty if there is none. */
  query: string;
  /** Names in lower case, without HTTP/2 pseudo headers. */
  headers: Record<string, string>;
  body: Buffer;
  /** Aborted when the client leaves. */
  signal: AbortSignal;
}

export interface WireResponse {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

export type Handle = (request: WireRequest) => Promise<WireResponse>;

export interface WireServer {
  endpoint: string;
  close(): Promise<void>;
}

type Request = IncomingMessage | Http2ServerRequest;
type Response = ServerResponse | Http2ServerResponse;

const bodyLimit = 64 * 1024 * 1024;
// Longer than the SDK keeps an idle socket, so that it never reuses one we are closing.
const keepAliveTimeout = 65_000;
// The HTTP/2 preface is "PRI * HTTP/2.0…"; no HTTP/1.1 method starts like that.
const prefaceStart = 'PRI';
// For handlers that leave faults to this server; those with their own error bodies handle them.
const faultStatus = { throttle: 429, unavailable: 503, 'access-denied': 403 };

const listen = (listener: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(port, '127.0.0.1', () => {
      listener.off('error', reject);
      resolve();
    });
  });

/** Looks at the first bytes, puts them back, and decides which protocol they are. */
const sniff = (socket: Socket, decide: (isHttp2: boolean) => void): void => {
  let seen = Buffer.alloc(0);
  const giveUp = () => socket.end();
  const look = () => {
    seen = Buffer.concat([seen, socket.read() ?? Buffer.alloc(0)]);
    const start = seen.toString('latin1', 0, prefaceStart.length);
    if (start.length < prefaceStart.length && prefaceStart.startsWith(start)) return;
    socket.off('readable', look);
    socket.off('end', giveUp);
    socket.unshift(seen);
    decide(start === prefaceStart);
  };
  socket.on('readable', look);
  socket.on('end', giveUp);
};

/** The whole body, or undefined if it is over the limit. */
const readBody = async (request: Request): Promise<Buffer | undefined> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= bodyLimit) chunks.push(chunk);
  }
  return length <= bodyLimit ? Buffer.concat(chunks) : undefined;
};

const toWireRequest = (request: Request, body: Buffer, signal: AbortSignal): WireRequest => {
  const [path = '/', ...query] = (request.url ?? '/').split('?');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name.startsWith(':')) continue;
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return { method: request.method ?? 'GET', path, query: query.join('?'), headers, body, signal };
};

const send = (
  request: Request,
  response: Response,
  { status, headers, body = '' }: WireResponse,
): void => {
  response.statusCode = status;
  response.setHeader('x-amzn-requestid', randomUUID());
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  const hasLength = response.hasHeader('content-length') || status === 204 || status === 304;
  if (!hasLength) response.setHeader('content-length', String(Buffer.byteLength(body)));
  if (request.method === 'HEAD' || body.length === 0) response.end();
  else response.end(body);
};

/** Breaks the connection, as a network failure does; nothing more is sent. */
const cut = (request: Request): void => {
  if (request instanceof Http2ServerRequest) request.stream.session?.destroy();
  else request.socket.destroy();
};

const respond = async (request: Request, response: Response, handle: Handle): Promise<void> => {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const body = await readBody(request);
  if (body === undefined) return send(request, response, { status: 413 });
  try {
    const answer = await handle(toWireRequest(request, body, gone.signal));
    // Nobody is there to read it, and other requests of its connection go on.
    if (!gone.signal.aborted) send(request, response, answer);
  } catch (error) {
    if (!(error instanceof InjectedFault)) {
      console.error(error);
      return send(request, response, { status: 500 });
    }
    if (error.kind === 'hang') return;
    if (error.kind === 'drop') return cut(request);
    send(request, response, { status: faultStatus[error.kind] });
  }
};

/**
 * Serves HTTP/1.1 and HTTP/2 with prior knowledge (h2c) on one port of 127.0.0.1, because some
 * AWS SDK clients speak only the one and some only the other. Port 0 takes any free one.
 * Rejects if the port is taken.
 */
export const startServer = async ({
  port = 0,
  handle,
}: {
  port?: number;
  handle: Handle;
}): Promise<WireServer> => {
  const answer = (request: Request, response: Response) => {
    respond(request, response, handle).catch(() => cut(request));
  };
  const http1 = createServer({ keepAliveTimeout, noDelay: true }, answer);
  const http2 = createHttp2Server(answer);
  // A client that vanishes in mid-request is normal in a fault test.
  http2.on('sessionError', () => {});

  const sockets = new Set<Socket>();
  const listener = createSocketServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    sniff(socket, (isHttp2) => {
      // Over HTTP/1.1 a client may end its side and wait; over HTTP/2 it has left, as the SDK does.
      if (isHttp2) socket.once('end', () => socket.destroy());
      (isHttp2 ? http2 : http1).emit('connection', socket);
    });
  });
  await listen(listener, port);

  const address = listener.address();
  return {
    endpoint: `http://127.0.0.1:${typeof address === 'object' && address ? address.port : port}`,
    close: () =>
      new Promise((resolve) => {
        listener.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
};

import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  createServer as createHttp2Server,
  Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import { createServer as createSocketServer, type Server, type Socket } from 'node:net';
import { InjectedFault } from './fault.ts';

export type WireRequest = {
  method: string;
  /** As sent: still percent-encoded, without the query. */
  path: string;
  query: URLSearchParams;
  /** Names in lower case, without HTTP/2 pseudo headers. */
  headers: Record<string, string>;
  body: Buffer;
};

export type WireResponse = {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
};

export type WireServerOptions = {
  /** 0 or none takes a free port. */
  port?: number;
  handle: (request: WireRequest) => Promise<WireResponse>;
  /** Told of errors that `handle` did not turn into an answer; they become a plain 500. */
  onError?: (error: unknown) => void;
};

export type WireServer = { endpoint: string; close(): Promise<void> };

const BODY_LIMIT_BYTES = 64 * 1024 * 1024;
// Longer than the SDK keeps an idle socket, so that it never reuses one we are closing.
const KEEP_ALIVE_MS = 65_000;
// The HTTP/2 preface is "PRI * HTTP/2.0…"; no HTTP/1.1 method starts so.
const HTTP2_PREFACE_START = 'PRI';

/**
 * Serves HTTP/1.1 and HTTP/2 with prior knowledge (h2c) on one port of 127.0.0.1, because some
 * AWS SDK clients speak only the one and some only the other. Rejects when the port is taken.
 */
export async function startServer({
  port = 0,
  handle,
  onError = console.error,
}: WireServerOptions): Promise<WireServer> {
  const answer = (
    request: IncomingMessage | Http2ServerRequest,
    response: ServerResponse | Http2ServerResponse,
  ) => {
    respond(request, response, handle, onError).catch(() => cut(request));
  };
  const http1 = createServer({ keepAliveTimeout: KEEP_ALIVE_MS, noDelay: true }, answer);
  const http2 = createHttp2Server(answer);
  // A client that vanishes in mid-request is everyday life in a fault test.
  http2.on('sessionError', () => {});

  const sockets = new Set<Socket>();
  const listener = createSocketServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    sniff(socket, (isHttp2) => (isHttp2 ? http2 : http1).emit('connection', socket));
  });
  await listen(listener, port);

  const address = listener.address();
  const actualPort = typeof address === 'object' && address ? address.port : port;
  return {
    endpoint: `http://127.0.0.1:${actualPort}`,
    close: () =>
      new Promise((resolve) => {
        listener.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function listen(listener: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    listener.once('error', reject);
    listener.listen(port, '127.0.0.1', () => {
      listener.off('error', reject);
      resolve();
    });
  });
}

/** Looks at the first bytes, puts them back, and tells which protocol they are. */
function sniff(socket: Socket, decide: (isHttp2: boolean) => void): void {
  let seen = Buffer.alloc(0);
  const giveUp = () => socket.end();
  const look = () => {
    seen = Buffer.concat([seen, socket.read() ?? Buffer.alloc(0)]);
    const start = seen.toString('latin1', 0, HTTP2_PREFACE_START.length);
    const undecided = start.length < HTTP2_PREFACE_START.length;
    if (undecided && HTTP2_PREFACE_START.startsWith(start)) return;
    socket.off('readable', look);
    socket.off('end', giveUp);
    socket.unshift(seen);
    decide(start === HTTP2_PREFACE_START);
  };
  socket.on('readable', look);
  socket.on('end', giveUp);
}

async function respond(
  request: IncomingMessage | Http2ServerRequest,
  response: ServerResponse | Http2ServerResponse,
  handle: WireServerOptions['handle'],
  onError: (error: unknown) => void,
): Promise<void> {
  const body = await readBody(request);
  if (body === undefined) return send(request, response, { status: 413 });
  try {
    send(request, response, await handle(toWireRequest(request, body)));
  } catch (error) {
    if (!(error instanceof InjectedFault)) {
      onError(error);
      return send(request, response, { status: 500 });
    }
    if (error.kind === 'hang') return;
    if (error.kind === 'drop') return cut(request);
    send(request, response, { status: FAULT_STATUS[error.kind] });
  }
}

// For a handler that leaves these to us; one with error bodies of its own answers them itself.
const FAULT_STATUS = { throttle: 429, unavailable: 503, 'access-denied': 403 };

/** The whole body, or undefined when it is over the limit. */
async function readBody(
  request: IncomingMessage | Http2ServerRequest,
): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length <= BODY_LIMIT_BYTES) chunks.push(chunk);
  }
  return length <= BODY_LIMIT_BYTES ? Buffer.concat(chunks) : undefined;
}

function toWireRequest(request: IncomingMessage | Http2ServerRequest, body: Buffer): WireRequest {
  const url = request.url ?? '/';
  const queryStart = url.indexOf('?');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name.startsWith(':')) continue;
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return {
    method: request.method ?? 'GET',
    path: queryStart < 0 ? url : url.slice(0, queryStart),
    query: new URLSearchParams(queryStart < 0 ? '' : url.slice(queryStart + 1)),
    headers,
    body,
  };
}

function send(
  request: IncomingMessage | Http2ServerRequest,
  response: ServerResponse | Http2ServerResponse,
  { status, headers, body = '' }: WireResponse,
): void {
  response.statusCode = status;
  response.setHeader('x-amzn-requestid', randomUUID());
  for (const [name, value] of Object.entries(headers ?? {})) response.setHeader(name, value);
  const hasLength = response.hasHeader('content-length') || status === 204 || status === 304;
  if (!hasLength) response.setHeader('content-length', String(Buffer.byteLength(body)));
  if (request.method === 'HEAD' || body.length === 0) response.end();
  else response.end(body);
}

/** Breaks the connection, as a network that fails does; nothing more is sent. */
function cut(request: IncomingMessage | Http2ServerRequest): void {
  if (request instanceof Http2ServerRequest) request.stream.session?.destroy();
  else request.socket.destroy();
}

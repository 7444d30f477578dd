import { randomUUID } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { Server } from 'node:net';
import { createConnections } from './connections.ts';
import { InjectedFault } from './fault.ts';
import { headFault, type Request, readBody } from './read-request.ts';
import { report } from './report.ts';

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

type Response = ServerResponse | Http2ServerResponse;

export interface ServerOptions {
  port?: number;
  handle: Handle;
  /** The answer to what no handler gets to see: a bad head, a body over the limit, a crash. */
  refuse?: (status: number, origin?: string) => WireResponse;
  /** In bytes. */
  bodyLimit?: number;
  /** How long a client may take over sending a request, in ms. */
  patience?: number;
}

const defaults = {
  port: 0,
  refuse: (status: number): WireResponse => ({ status }),
  bodyLimit: 64 * 1024 * 1024,
  patience: 30_000,
};

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

const toWireRequest = (request: Request, body: Buffer, signal: AbortSignal): WireRequest => {
  // Clients of a proxy send the whole address.
  const target = (request.url ?? '/').replace(/^https?:\/\/[^/?]*/i, '');
  const [path, ...query] = target.split('?');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || name.startsWith(':')) continue;
    headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  const method = request.method ?? 'GET';
  return { method, path: path || '/', query: query.join('?'), headers, body, signal };
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

const respond = async (
  request: Request,
  response: Response,
  { handle, refuse, ...limits }: Required<ServerOptions>,
): Promise<void> => {
  const { origin } = request.headers;
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  const fault = headFault(request);
  if (fault) return send(request, response, refuse(fault, origin));
  const body = await readBody(request, limits);
  if (!body) return send(request, response, refuse(413, origin));
  try {
    const answer = await handle(toWireRequest(request, body, gone.signal));
    // Nobody is there to read it, and other requests of its connection go on.
    if (!gone.signal.aborted) send(request, response, answer);
  } catch (error) {
    if (!(error instanceof InjectedFault)) {
      report(error);
      return send(request, response, refuse(500, origin));
    }
    if (error.kind === 'hang') return;
    if (error.kind === 'drop') return cut(request);
    send(request, response, refuse(faultStatus[error.kind], origin));
  }
};

/**
 * Serves HTTP/1.1 and HTTP/2 with prior knowledge (h2c) on one port of 127.0.0.1, because some
 * AWS SDK clients speak only the one and some only the other. Port 0 takes any free one.
 * Rejects if the port is taken.
 */
export const startServer = async (given: ServerOptions): Promise<WireServer> => {
  const options = { ...defaults, ...given };
  const { listener, open } = createConnections({
    ...options,
    answer: (request: Request, response: Response) => {
      respond(request, response, options).catch(() => cut(request));
    },
  });
  await listen(listener, options.port);
  const address = listener.address();
  const port = typeof address === 'object' && address ? address.port : options.port;
  return {
    endpoint: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        listener.close(() => resolve());
        for (const socket of open) socket.destroy();
      }),
  };
};

import { createServer, type RequestListener, STATUS_CODES } from 'node:http';
import {
  createServer as createHttp2Server,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2';
import type { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** The longest head of a request, in bytes. */
export const maxHeaderSize = 16 * 1024;
// Longer than the SDK keeps an idle socket, so that it never reuses one we are closing.
const keepAliveTimeout = 65_000;
// The HTTP/2 preface is "PRI * HTTP/2.0…"; no HTTP/1.1 method starts like that.
const prefaceStart = 'PRI';
/** The status for what the parser refuses; 400 for the rest. */
const statusOf: Readonly<Record<string, number>> = {
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 413,
  HPE_HEADER_OVERFLOW: 431,
};

/** An answer to what is not a request. */
interface Refusal {
  status: number;
  headers?: Record<string, string>;
  body?: Buffer | string;
}

export interface Connections {
  answer: RequestListener & ((request: Http2ServerRequest, response: Http2ServerResponse) => void);
  refuse: (status: number) => Refusal;
  /** How long a client may take over sending a request, in ms. */
  patience: number;
}

/** Looks at the first bytes, puts them back, and decides which protocol they are. */
const sniff = (socket: Socket, patience: number, decide: (isHttp2: boolean) => void): void => {
  let seen = Buffer.alloc(0);
  const giveUp = () => socket.end();
  const cut = () => socket.destroy();
  const look = () => {
    seen = Buffer.concat([seen, socket.read() ?? Buffer.alloc(0)]);
    const start = seen.toString('latin1', 0, prefaceStart.length);
    if (start.length < prefaceStart.length && prefaceStart.startsWith(start)) return;
    socket.off('readable', look).off('end', giveUp).off('timeout', cut).setTimeout(0);
    socket.unshift(seen);
    decide(start === prefaceStart);
  };
  socket.on('readable', look).on('end', giveUp).setTimeout(patience, cut);
};

const refuseOn = (socket: Duplex, { status, headers, body = '' }: Refusal, patience: number) => {
  // A later piece of the same rubbish; the timer below is running.
  if (!socket.writable) return;
  const fields = { ...headers, 'content-length': Buffer.byteLength(body), connection: 'close' };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${head.join('')}\r\n${body}`);
  // Cut at once, the client could lose the answer while it is still sending.
  const late = setTimeout(() => socket.destroy(), Math.min(patience, 1_000));
  socket.once('close', () => clearTimeout(late));
};

const http1Server = ({ answer, refuse, patience }: Connections) => {
  const server = createServer(
    {
      maxHeaderSize,
      keepAliveTimeout,
      requestTimeout: patience,
      connectionsCheckingInterval: Math.ceil(patience / 4),
      // The server's own refusal would have another form.
      requireHostHeader: false,
    },
    answer,
  );
  // For clients that take no answer; the slowest model is quicker.
  server.setTimeout(10 * patience);
  server.on('checkExpectation', answer);
  server.on('connect', (_request, socket) => refuseOn(socket, refuse(400), patience));
  server.on('clientError', ({ code = '' }: NodeJS.ErrnoException, socket) =>
    refuseOn(socket, refuse(statusOf[code] ?? 400), patience),
  );
  return server;
};

const http2Server = ({ answer, patience }: Connections) => {
  const server = createHttp2Server({ maxHeaderListPairs: 1_000 }, answer);
  // A client that vanishes in mid-request is normal in a fault test.
  server.on('sessionError', () => {});
  // What is under way on a silent session is still answered.
  server.on('session', (session) => session.setTimeout(patience, () => session.close()));
  return server;
};

/**
 * A server for both protocols on one port, not listening yet, and the connections that it has open.
 * Those that send nothing, or stop in the middle of a request, are closed; what is not HTTP gets
 * the answer of `refuse`.
 */
export const createConnections = (options: Connections) => {
  const http1 = http1Server(options);
  const http2 = http2Server(options);
  const open = new Set<Socket>();
  // The server's own listeners, which get a connection once its protocol is known: only a server
  // that listens itself closes those that are too slow.
  const serveHttp1 = http1.listeners('connection');
  http1.removeAllListeners('connection').on('connection', (socket: Socket) => {
    open.add(socket);
    socket.once('close', () => open.delete(socket));
    socket.on('error', () => socket.destroy());
    sniff(socket, options.patience, (isHttp2) => {
      if (!isHttp2) {
        for (const serve of serveHttp1) serve.call(http1, socket);
        return;
      }
      // Over HTTP/1.1 a client may end its side and wait; over HTTP/2 it has left, as the SDK does.
      socket.once('end', () => socket.destroy());
      http2.emit('connection', socket);
    });
  });
  return { listener: http1, open };
};

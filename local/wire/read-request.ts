import type { IncomingMessage } from 'node:http';
import { Http2ServerRequest } from 'node:http2';
import { maxHeaderSize } from './connections.ts';

export type Request = IncomingMessage | Http2ServerRequest;

interface BodyLimits {
  /** In bytes. */
  bodyLimit: number;
  /** How long it may take to arrive, in ms. */
  patience: number;
}

/** The status for a head that Node's parsers accept and API Gateway does not. */
export const headFault = (request: Request): number | null => {
  if (request.rawHeaders.join('').length > maxHeaderSize) return 431;
  if (request instanceof Http2ServerRequest) return null;
  const [host, ...others] = request.headersDistinct.host ?? [];
  const isNamed = host === undefined ? request.httpVersion === '1.0' : /^[\w.:[\]-]+$/.test(host);
  return isNamed && others.length === 0 ? null : 400;
};

const collect = async (request: Request, limit: number): Promise<Buffer | null> => {
  if (Number(request.headers['content-length']) > limit) return null;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > limit) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** The whole body; null as soon as it is over the limit, and the rest of it is thrown away. */
export const readBody = async (request: Request, limits: BodyLimits): Promise<Buffer | null> => {
  // Only the HTTP/1.1 server counts this time itself.
  const isHttp2 = request instanceof Http2ServerRequest;
  const late = isHttp2 && setTimeout(() => request.destroy(), limits.patience);
  const body = await collect(request, limits.bodyLimit).finally(() => late && clearTimeout(late));
  if (!body) request.resume();
  return body;
};

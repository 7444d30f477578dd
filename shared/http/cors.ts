// Who of other origins may read the API's answers, at the edge and locally. Credentials are not part of it.

/** What a page may send, for how long a browser remembers that (in seconds), and which headers it may read. */
export const cors = {
  methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
  headers: ['authorization', 'content-type', 'idempotency-key'],
  exposed: ['retry-after', 'idempotency-replayed'],
  maxAge: 3600,
} as const;

/** The headers of the answer to a preflight, beside the origin. */
export const preflightHeaders = {
  'access-control-allow-methods': cors.methods.join(', '),
  'access-control-allow-headers': cors.headers.join(', '),
  'access-control-max-age': String(cors.maxAge),
  'cache-control': 'no-store',
  vary: 'origin',
} as const;

/**
 * Whether a request is a browser's question, before the request itself, of a page that may ask.
 * CloudFront runs its source (infra/edge.ts): it imports nothing, and is written in what its JavaScript
 * runtime 2.0 has.
 * @param asked the header `access-control-request-method`, empty if there is none; so for `origin`
 */
export const isPreflight = (
  origins: readonly string[],
  method: string,
  origin: string,
  asked: string,
): boolean => method === 'OPTIONS' && asked !== '' && origins.indexOf(origin) >= 0;

/** The headers with which a page of a named origin may read an answer; none for others. */
export const sharedHeaders = (
  origins: readonly string[],
  origin: string,
): Record<string, string> =>
  origins.includes(origin)
    ? {
        'access-control-allow-origin': origin,
        'access-control-expose-headers': cors.exposed.join(', '),
        vary: 'origin',
      }
    : {};

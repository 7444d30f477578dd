import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { WireRequest, WireResponse } from '../wire/h2c-server.ts';

/** Of our files' types, those that CloudFront compresses. */
const compressible = /^(?:text\/(?:css|html|javascript|plain)|application\/json|image\/svg\+xml)\b/;
/** The sizes that CloudFront compresses, in bytes, both included. */
const [least, most] = [1_000, 10_000_000];
/** The default quality of brotli takes 100 times as long and saves a few percent. */
const params = { [constants.BROTLI_PARAM_QUALITY]: 5 };
const brotli = promisify(brotliCompress);
/** In CloudFront's order of preference. */
const codings = { br: (body: Buffer) => brotli(body, { params }), gzip: promisify(gzip) };
type Coding = keyof typeof codings;

const accepts = (header: string, coding: Coding) =>
  header.split(',').some((part) => {
    const [name, ...parameters] = part.split(';').map((text) => text.trim().toLowerCase());
    return name === coding && !parameters.some((text) => /^q\s*=\s*0(?:\.0*)?$/.test(text));
  });

/** Whether the client has this content already; a weak tag is as good as a strong one. */
const isKnown = (header: string, hash: string) =>
  header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === hash);

/**
 * Compresses files as CloudFront does where a cache policy allows it, which the policy of the API
 * (caching disabled) does not. Each file is compressed once for as long as its content is the same.
 */
export const compressing = () => {
  const kept = new Map<string, { hash: string; body: Promise<Buffer> }>();
  const compressed = (path: string, coding: Coding, hash: string, body: Buffer) => {
    const key = `${coding} ${path}`;
    const found = kept.get(key);
    if (found?.hash === hash) return found.body;
    const made = codings[coding](body);
    kept.set(key, { hash, body: made });
    return made;
  };
  /** @param file a response with status 200, and with the whole content as its body */
  return async (
    { path, headers: sent }: Pick<WireRequest, 'path' | 'headers'>,
    file: { headers: Record<string, string>; body: Buffer },
  ): Promise<WireResponse> => {
    const hash = `"${createHash('sha256').update(file.body).digest('base64url')}"`;
    const { length } = file.body;
    const can =
      compressible.test(file.headers['content-type'] ?? '') && length >= least && length <= most;
    const accepted = sent['accept-encoding'] ?? '';
    const coding = can
      ? (['br', 'gzip'] as const).find((one) => accepts(accepted, one))
      : undefined;
    const headers = {
      ...file.headers,
      // The tag of other bytes with the same content is a weak one.
      etag: coding ? `W/${hash}` : hash,
      ...(can && { vary: 'accept-encoding' }),
    };
    if (isKnown(sent['if-none-match'] ?? '', hash)) return { status: 304, headers };
    if (!coding) return { status: 200, headers, body: file.body };
    const body = await compressed(path, coding, hash, file.body);
    return { status: 200, headers: { ...headers, 'content-encoding': coding }, body };
  };
};

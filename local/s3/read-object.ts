import type { ObjectStore } from './object-store.ts';
import { parseRange } from './range.ts';

/** A response to a GET of an object: can be sent over HTTP as it is. */
export interface ObjectAnswer {
  status: 200 | 206 | 404 | 416;
  headers: Record<string, string>;
  body: Buffer;
}

/** Reads an object, or the bytes of it that a `Range` header asks for. */
export const readObject = async (
  store: ObjectStore,
  bucket: string,
  key: string,
  range?: string,
): Promise<ObjectAnswer> => {
  const found = await store.read(bucket, key);
  if (!found) return { status: 404, headers: {}, body: Buffer.alloc(0) };
  const { object, data } = found;
  const part = parseRange(range, object.size);
  if (part === 'unsatisfiable') {
    const headers = { 'content-range': `bytes */${object.size}` };
    return { status: 416, headers, body: Buffer.alloc(0) };
  }
  const body = part ? data.subarray(part.start, part.end + 1) : data;
  const headers = {
    'content-type': object.contentType,
    'content-length': String(body.length),
    'accept-ranges': 'bytes',
    etag: object.etag,
    'last-modified': new Date(object.modified).toUTCString(),
  };
  if (!part) return { status: 200, headers, body };
  const contentRange = `bytes ${part.start}-${part.end}/${object.size}`;
  return { status: 206, headers: { ...headers, 'content-range': contentRange }, body };
};

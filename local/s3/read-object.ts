import type { ObjectStore, StoredObject } from './object-store.ts';
import { parseRange } from './range.ts';

/** An answer to a GET of an object: can be sent over HTTP as it is. */
export type ObjectAnswer = {
  status: 200 | 206 | 404 | 416;
  headers: Record<string, string>;
  body: Buffer;
};

/** Reads an object, or the bytes of it that a `Range` header asks for. */
export async function readObject(
  store: ObjectStore,
  bucket: string,
  key: string,
  range?: string,
): Promise<ObjectAnswer> {
  const found = await store.read(bucket, key);
  if (!found) return { status: 404, headers: {}, body: Buffer.alloc(0) };
  const { object, data } = found;
  const part = parseRange(range, object.size);
  if (part === 'unsatisfiable') {
    const headers = { 'content-range': `bytes */${object.size}` };
    return { status: 416, headers, body: Buffer.alloc(0) };
  }
  if (!part) return { status: 200, headers: describeObject(object), body: data };
  const body = data.subarray(part.start, part.end + 1);
  const headers = {
    ...describeObject(object),
    'content-length': String(body.length),
    'content-range': `bytes ${part.start}-${part.end}/${object.size}`,
  };
  return { status: 206, headers, body };
}

/** The headers of an object, as GET and HEAD give them. */
export function describeObject(object: StoredObject): Record<string, string> {
  const headers: Record<string, string | undefined> = {
    'content-type': object.contentType,
    'content-length': String(object.size),
    'accept-ranges': 'bytes',
    etag: object.etag,
    'last-modified': new Date(object.modified).toUTCString(),
    'cache-control': object.cacheControl,
    'content-disposition': object.contentDisposition,
    'content-encoding': object.contentEncoding,
    'content-language': object.contentLanguage,
  };
  for (const [name, value] of Object.entries(object.metadata)) {
    headers[`x-amz-meta-${name}`] = value;
  }
  const given = Object.entries(headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  );
  return Object.fromEntries(given);
}

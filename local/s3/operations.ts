import type { WireRequest, WireResponse } from '../wire/h2c-server.ts';
import { ServiceError } from '../wire/service-error.ts';
import { decodeBody } from './body.ts';
import type { ObjectAbout, ObjectStore } from './object-store.ts';
import { describeObject, readObject } from './read-object.ts';
import { copyResultXml, listXml } from './xml.ts';

export type S3Input = { Bucket: string; Key: string };
type S3Operation = (
  store: ObjectStore,
  input: S3Input,
  request: WireRequest,
) => Promise<WireResponse>;

const XML = { 'content-type': 'application/xml' };

export const operations = {
  PutObject: async (store, { Bucket, Key }, request) => {
    const data = decodeBody(request);
    const condition = request.headers['if-none-match'];
    if (condition === '*' && store.find(Bucket, Key)) {
      throw new ServiceError('PreconditionFailed', 'The object is there already.', { status: 412 });
    }
    const object = await store.put(Bucket, Key, data, aboutFrom(request.headers));
    return { status: 200, headers: { etag: object.etag, 'x-amz-checksum-crc32': object.crc32 } };
  },

  GetObject: async (store, { Bucket, Key }, request) => {
    const answer = await readObject(store, Bucket, Key, request.headers.range);
    if (answer.status === 404) throw noSuchKey();
    if (answer.status === 416) {
      throw new ServiceError('InvalidRange', 'The requested range is not satisfiable', {
        status: 416,
      });
    }
    const object = store.find(Bucket, Key);
    const wanted = request.headers['x-amz-checksum-mode'] === 'ENABLED' && answer.status === 200;
    // Only of the very bytes sent: the object may have been replaced since they were read.
    if (!wanted || !object || object.etag !== answer.headers.etag) return answer;
    const checksum = { 'x-amz-checksum-crc32': object.crc32, 'x-amz-checksum-type': 'FULL_OBJECT' };
    return { ...answer, headers: { ...answer.headers, ...checksum } };
  },

  HeadObject: async (store, { Bucket, Key }) => {
    const object = store.find(Bucket, Key);
    if (!object) throw noSuchKey();
    return { status: 200, headers: describeObject(object) };
  },

  CopyObject: async (store, { Bucket, Key }, request) => {
    const source = parsePath(request.headers['x-amz-copy-source'] ?? '');
    requireBucket(store, source.Bucket);
    const found = await store.read(source.Bucket, source.Key);
    if (!found) throw noSuchKey();
    const replace = request.headers['x-amz-metadata-directive'] === 'REPLACE';
    const about = replace ? aboutFrom(request.headers) : found.object;
    const object = await store.put(Bucket, Key, found.data, about);
    return { status: 200, headers: XML, body: copyResultXml(object) };
  },

  DeleteObject: async (store, { Bucket, Key }) => {
    await store.remove(Bucket, Key);
    return { status: 204 };
  },

  ListObjectsV2: async (store, { Bucket }, { query }) => {
    const prefix = query.get('prefix') ?? '';
    const maxKeys = Math.min(Number(query.get('max-keys') ?? 1000), 1000);
    const token = query.get('continuation-token') ?? undefined;
    const after = token === undefined ? undefined : Buffer.from(token, 'base64url');
    const rest = store
      .list(Bucket)
      .filter(([key]) => key.startsWith(prefix))
      .filter(([key]) => !after || Buffer.compare(Buffer.from(key), after) > 0);
    const page = rest.slice(0, maxKeys);
    const truncated = rest.length > page.length;
    const lastKey = page.at(-1)?.[0];
    const about = {
      Name: Bucket,
      Prefix: prefix,
      KeyCount: page.length,
      MaxKeys: maxKeys,
      IsTruncated: truncated,
      ContinuationToken: token,
      NextContinuationToken:
        truncated && lastKey !== undefined ? Buffer.from(lastKey).toString('base64url') : undefined,
    };
    return { status: 200, headers: XML, body: listXml(about, page) };
  },
} satisfies Record<string, S3Operation>;

export type OperationName = keyof typeof operations;

/** The bucket and key of a path-style path or of a copy source. */
export function parsePath(path: string): S3Input {
  const [bucket = '', ...key] = path.replace(/^\//, '').split('/');
  try {
    return { Bucket: decodeURIComponent(bucket), Key: decodeURIComponent(key.join('/')) };
  } catch {
    throw new ServiceError('InvalidURI', "Couldn't parse the specified URI.");
  }
}

export function requireBucket(store: ObjectStore, bucket: string): void {
  if (store.hasBucket(bucket)) return;
  const message = 'The specified bucket does not exist';
  throw new ServiceError('NoSuchBucket', message, { status: 404, fields: { BucketName: bucket } });
}

function noSuchKey(): ServiceError {
  return new ServiceError('NoSuchKey', 'The specified key does not exist.', { status: 404 });
}

function aboutFrom(headers: Record<string, string>): ObjectAbout {
  const prefix = 'x-amz-meta-';
  const metadata = Object.entries(headers)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value] as const);
  const encoding = headers['content-encoding']
    ?.split(',')
    .map((coding) => coding.trim())
    .filter((coding) => coding !== 'aws-chunked')
    .join(', ');
  return {
    contentType: headers['content-type'] ?? 'binary/octet-stream',
    cacheControl: headers['cache-control'],
    contentDisposition: headers['content-disposition'],
    contentEncoding: encoding || undefined,
    contentLanguage: headers['content-language'],
    metadata: Object.fromEntries(metadata),
  };
}

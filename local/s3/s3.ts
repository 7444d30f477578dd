import { InjectedFault, type OnRequest, withFaults } from '../wire/fault.ts';
import {
  startServer,
  type WireRequest,
  type WireResponse,
  type WireServer,
} from '../wire/h2c-server.ts';
import { type FaultErrors, ServiceError, toServiceError } from '../wire/service-error.ts';
import { checkedBody } from './body.ts';
import { type ObjectStore, openObjectStore } from './object-store.ts';
import { type ObjectAnswer, readObject } from './read-object.ts';

const faults: FaultErrors = {
  throttle: new ServiceError('SlowDown', 'Please reduce your request rate.', { status: 503 }),
  unavailable: new ServiceError('ServiceUnavailable', 'Please try again.', { status: 503 }),
  'access-denied': new ServiceError('AccessDenied', 'Access Denied', { status: 403 }),
};

const declaration = '<?xml version="1.0" encoding="UTF-8"?>';
const xml = { 'content-type': 'application/xml' };
const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

export interface S3 extends WireServer {
  /**
   * Reads an object as a CDN in front of the bucket would, with an optional `Range` header.
   * Faults for GetObject apply to it too: it throws the InjectedFault.
   */
  read(bucket: string, key: string, range?: string): Promise<ObjectAnswer>;
}

interface Place {
  Bucket: string;
  Key: string;
}

/** The bucket and key of a path-style path or of a copy source. */
const parsePath = (path: string): Place => {
  const [bucket = '', ...key] = path.replace(/^\//, '').split('/');
  try {
    return { Bucket: decodeURIComponent(bucket), Key: decodeURIComponent(key.join('/')) };
  } catch {
    throw new ServiceError('InvalidURI', "Couldn't parse the specified URI.");
  }
};

const requireBucket = (store: ObjectStore, { Bucket }: Place): void => {
  if (store.hasBucket(Bucket)) return;
  throw new ServiceError('NoSuchBucket', 'The specified bucket does not exist', { status: 404 });
};

const putObject = async (store: ObjectStore, { Bucket, Key }: Place, request: WireRequest) => {
  const type = request.headers['content-type'] ?? 'binary/octet-stream';
  const { etag, crc32 } = await store.put(Bucket, Key, checkedBody(request), type);
  return { status: 200, headers: { etag, 'x-amz-checksum-crc32': crc32 } };
};

const copyObject = async (
  store: ObjectStore,
  { Bucket, Key }: Place,
  { headers }: WireRequest,
): Promise<WireResponse> => {
  const source = parsePath(headers['x-amz-copy-source'] ?? '');
  requireBucket(store, source);
  const found = await store.read(source.Bucket, source.Key);
  if (!found) {
    throw new ServiceError('NoSuchKey', 'The specified key does not exist.', { status: 404 });
  }
  const { etag } = await store.put(Bucket, Key, found.data, found.object.contentType);
  const body = `${declaration}<CopyObjectResult><ETag>${etag}</ETag></CopyObjectResult>`;
  return { status: 200, headers: xml, body };
};

/** Whether or not there is such an object. */
const deleteObject = async (store: ObjectStore, { Bucket, Key }: Place): Promise<WireResponse> => {
  await store.remove(Bucket, Key);
  return { status: 204 };
};

const operations = { PutObject: putObject, CopyObject: copyObject, DeleteObject: deleteObject };

const operationOf = ({ method, headers }: WireRequest): keyof typeof operations | null => {
  if (Object.keys(headers).some((name) => name.startsWith('if-'))) return null;
  if (method === 'DELETE') return 'DeleteObject';
  if (method !== 'PUT') return null;
  return headers['x-amz-copy-source'] === undefined ? 'PutObject' : 'CopyObject';
};

/**
 * Stands in for S3, path style: PutObject of bytes, CopyObject and DeleteObject on the wire,
 * reading from inside the process. Anything else is a 501, so that nobody relies on what is missing.
 */
export const startS3 = async (options: {
  folder: string | null;
  buckets: readonly string[];
  onRequest?: OnRequest;
}): Promise<S3> => {
  const { onRequest } = options;
  const store = await openObjectStore(options.folder, options.buckets);

  const serve = async (request: WireRequest): Promise<WireResponse> => {
    const place = parsePath(request.path);
    if (!request.headers.authorization) throw faults['access-denied'];
    const operation = operationOf(request);
    if (!operation || !place.Key) {
      throw new ServiceError('NotImplemented', 'This is not served here.', { status: 501 });
    }
    return withFaults(onRequest, operation, place, async () => {
      requireBucket(store, place);
      return operations[operation](store, place, request);
    });
  };

  const server = await startServer({
    handle: async (request) => {
      try {
        return await serve(request);
      } catch (error) {
        const fault = error instanceof InjectedFault ? toServiceError(error, faults) : error;
        if (!(fault instanceof ServiceError)) throw error;
        const { code, message, status } = fault;
        const body = `<Error><Code>${code}</Code><Message>${escapeXml(message)}</Message></Error>`;
        return { status, headers: xml, body: declaration + body };
      }
    },
  });
  return {
    ...server,
    read: (bucket, key, range) =>
      withFaults(onRequest, 'GetObject', { Bucket: bucket, Key: key }, () =>
        readObject(store, bucket, key, range),
      ),
  };
};

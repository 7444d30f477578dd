import { InjectedFault, type OnRequest, withFaults } from '../wire/fault.ts';
import { startServer, type WireRequest, type WireServer } from '../wire/h2c-server.ts';
import { type FaultErrors, ServiceError, toServiceError } from '../wire/service-error.ts';
import { openObjectStore } from './object-store.ts';
import { type OperationName, operations, parsePath, requireBucket } from './operations.ts';
import { type ObjectAnswer, readObject } from './read-object.ts';
import { errorXml } from './xml.ts';

const FAULTS: FaultErrors = {
  throttle: new ServiceError('SlowDown', 'Please reduce your request rate.', { status: 503 }),
  unavailable: new ServiceError('ServiceUnavailable', 'Please try again.', { status: 503 }),
  'access-denied': new ServiceError('AccessDenied', 'Access Denied', { status: 403 }),
};

export type S3 = WireServer & {
  /**
   * Reads an object as a CDN in front of the bucket would, with an optional `Range` header.
   * Faults for GetObject hit it too: it throws the InjectedFault.
   */
  read(bucket: string, key: string, range?: string): Promise<ObjectAnswer>;
};

/**
 * Stands in for S3, path style: PutObject, GetObject with ranges, HeadObject, CopyObject,
 * DeleteObject and ListObjectsV2 (prefix, pages) on the buckets named.
 * Anything else is a 501, so that nobody relies on what is not there.
 */
export async function startS3(options: {
  folder: string | null;
  port?: number;
  buckets: readonly string[];
  onRequest?: OnRequest;
}): Promise<S3> {
  const { onRequest } = options;
  const store = await openObjectStore(options.folder, options.buckets);

  const serve = async (request: WireRequest) => {
    const input = parsePath(request.path);
    if (!request.headers.authorization) throw FAULTS['access-denied'];
    const name = operationOf(request, input.Key);
    return withFaults(onRequest, name, input, async () => {
      requireBucket(store, input.Bucket);
      if (Buffer.byteLength(input.Key) > 1024) {
        throw new ServiceError('KeyTooLongError', 'Your key is too long');
      }
      return operations[name](store, input, request);
    });
  };

  const server = await startServer({
    port: options.port ?? 0,
    handle: async (request) => {
      try {
        return await serve(request);
      } catch (error) {
        const fault = error instanceof InjectedFault ? toServiceError(error, FAULTS) : error;
        if (!(fault instanceof ServiceError)) throw error;
        const headers = { 'content-type': 'application/xml' };
        return { status: fault.status, headers, body: errorXml(fault, request.path) };
      }
    },
  });
  return {
    endpoint: server.endpoint,
    async close() {
      await server.close();
      await store.close();
    },
    read: (bucket, key, range) =>
      withFaults(onRequest, 'GetObject', { Bucket: bucket, Key: key }, () =>
        readObject(store, bucket, key, range),
      ),
  };
}

// What a query may hold per operation; `x-id` is the SDK's own name for the operation.
const QUERY: Partial<Record<OperationName, string[]>> = {
  ListObjectsV2: ['list-type', 'prefix', 'max-keys', 'continuation-token'],
};
const UNSERVED_CONDITIONS = ['if-match', 'if-modified-since', 'if-unmodified-since'];

function operationOf({ method, query, headers }: WireRequest, key: string): OperationName {
  const name = key === '' ? bucketOperation(method, query) : objectOperation(method, headers);
  const parameters = [...query.keys()].filter((parameter) => parameter !== 'x-id');
  const known = name && parameters.every((parameter) => QUERY[name]?.includes(parameter));
  const conditional =
    UNSERVED_CONDITIONS.some((condition) => headers[condition] !== undefined) ||
    (headers['if-none-match'] !== undefined && name !== 'PutObject');
  if (!name || !known || conditional) {
    throw new ServiceError('NotImplemented', 'This is not served here.', { status: 501 });
  }
  return name;
}

function bucketOperation(method: string, query: URLSearchParams): OperationName | undefined {
  return method === 'GET' && query.get('list-type') === '2' ? 'ListObjectsV2' : undefined;
}

function objectOperation(
  method: string,
  headers: Record<string, string>,
): OperationName | undefined {
  switch (method) {
    case 'PUT':
      return headers['x-amz-copy-source'] ? 'CopyObject' : 'PutObject';
    case 'GET':
      return 'GetObject';
    case 'HEAD':
      return 'HeadObject';
    case 'DELETE':
      return 'DeleteObject';
    default:
      return undefined;
  }
}

import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { WireRequest } from '../wire/h2c-server.ts';
import { ServiceError } from '../wire/service-error.ts';

/** The base64 of the big-endian CRC-32, as `x-amz-checksum-crc32` has it. */
export const base64Crc32 = (data: Buffer): string => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(data));
  return bytes.toString('base64');
};

const hexSha256 = (data: Buffer) => createHash('sha256').update(data).digest('hex');

const requireSame = (given: string | undefined, actual: string, error: string) => {
  if (given === undefined || given === actual) return;
  throw new ServiceError(error, 'The body does not match its checksum.');
};

// An unchecked checksum would be a silently broken promise, and framing that nobody removes
// would be stored.
const isServed = ([name, value]: [string, string]) =>
  !value.startsWith('STREAMING-') &&
  (!name.startsWith('x-amz-checksum-') || name === 'x-amz-checksum-crc32');

/** The object's bytes in a PutObject request, checked against the checksums that the SDK sends. */
export const checkedBody = ({ headers, body }: WireRequest): Buffer => {
  if (!Object.entries(headers).every(isServed)) {
    throw new ServiceError('NotImplemented', 'This upload is not served here.', { status: 501 });
  }
  const { 'x-amz-checksum-crc32': crc, 'x-amz-content-sha256': sha256 } = headers;
  requireSame(crc, base64Crc32(body), 'BadDigest');
  if (sha256 !== 'UNSIGNED-PAYLOAD') {
    requireSame(sha256, hexSha256(body), 'XAmzContentSHA256Mismatch');
  }
  return body;
};

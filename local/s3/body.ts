import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { WireRequest } from '../wire/h2c-server.ts';
import { ServiceError } from '../wire/service-error.ts';

/**
 * The object's bytes in a PutObject request: out of the `aws-chunked` framing where the SDK used
 * it, and checked against every checksum given in a header or trailer.
 */
export function decodeBody({ headers, body }: WireRequest): Buffer {
  const chunked = headers['x-amz-content-sha256']?.startsWith('STREAMING-');
  const { data, trailers } = chunked ? readChunks(body) : { data: body, trailers: {} };
  const declared = headers['x-amz-decoded-content-length'];
  if (declared !== undefined && Number(declared) !== data.length) throw incomplete();
  checkChecksums(data, { ...headers, ...trailers });
  return data;
}

/** The base64 of the big-endian CRC-32, as `x-amz-checksum-crc32` has it. */
export function base64Crc32(data: Buffer): string {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(crc32(data));
  return bytes.toString('base64');
}

/** `<hex size>[;extension]\r\n<bytes>\r\n … 0\r\n<trailer lines>` */
function readChunks(body: Buffer): { data: Buffer; trailers: Record<string, string> } {
  const chunks: Buffer[] = [];
  let position = 0;
  const readLine = () => {
    const end = body.indexOf('\r\n', position);
    const line = body.toString('latin1', position, end < 0 ? body.length : end);
    position = end < 0 ? body.length : end + 2;
    return line;
  };
  for (;;) {
    const size = /^([\da-f]+)(;.*)?$/i.exec(readLine())?.[1];
    if (size === undefined) throw incomplete();
    const length = Number.parseInt(size, 16);
    if (length === 0) break;
    const end = position + length;
    if (body.toString('latin1', end, end + 2) !== '\r\n') throw incomplete();
    chunks.push(body.subarray(position, end));
    position = end + 2;
  }
  const trailers: Record<string, string> = {};
  for (let line = readLine(); line !== ''; line = readLine()) {
    const colon = line.indexOf(':');
    trailers[line.slice(0, colon).trim().toLowerCase()] = line.slice(colon + 1).trim();
  }
  return { data: Buffer.concat(chunks), trailers };
}

type Checksum = { of: (data: Buffer) => string; error: string };
const digest = (algorithm: string, encoding: 'base64' | 'hex') => (data: Buffer) =>
  createHash(algorithm).update(data).digest(encoding);
const CHECKSUMS: Record<string, Checksum> = {
  'content-md5': { of: digest('md5', 'base64'), error: 'BadDigest' },
  'x-amz-checksum-crc32': { of: base64Crc32, error: 'BadDigest' },
  'x-amz-checksum-sha1': { of: digest('sha1', 'base64'), error: 'BadDigest' },
  'x-amz-checksum-sha256': { of: digest('sha256', 'base64'), error: 'BadDigest' },
  'x-amz-content-sha256': { of: digest('sha256', 'hex'), error: 'XAmzContentSHA256Mismatch' },
};
const NOT_A_CHECKSUM = new Set([
  'x-amz-checksum-algorithm',
  'x-amz-checksum-mode',
  'x-amz-checksum-type',
]);

function checkChecksums(data: Buffer, headers: Record<string, string>): void {
  for (const [name, value] of Object.entries(headers)) {
    const checksum = CHECKSUMS[name];
    if (checksum) {
      const unsigned = value === 'UNSIGNED-PAYLOAD' || value.startsWith('STREAMING-');
      if (unsigned || checksum.of(data) === value) continue;
      throw new ServiceError(checksum.error, `The body does not match its ${name}.`);
    }
    // A checksum that nobody checks would be a promise broken in silence.
    if (name.startsWith('x-amz-checksum-') && !NOT_A_CHECKSUM.has(name)) {
      throw new ServiceError('NotImplemented', `${name} is not served here.`, { status: 501 });
    }
  }
}

function incomplete(): ServiceError {
  return new ServiceError('IncompleteBody', 'The body is not as long as its framing says.');
}

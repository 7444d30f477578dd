import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import { pageAt } from '../../shared/http/page-address.ts';
import { pageHeaders, soundHeaders } from '../../shared/http/page-headers.ts';
import type { S3 } from '../s3/s3.ts';
import type { WireRequest, WireResponse } from '../wire/h2c-server.ts';
import { compressing } from './compress.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wav': 'audio/wav',
  '.webmanifest': 'application/manifest+json',
};

const notFound: WireResponse = {
  status: 404,
  headers: { ...pageHeaders, 'content-type': 'text/plain; charset=utf-8' },
  body: 'There is nothing at this address.\n',
};

/** The content of the site: built pages and audio. */
export interface Site {
  /** The folder of the built pages. */
  folder: string;
  s3: Pick<S3, 'read'>;
  bucket: string;
}

/** Serves pages and audio as CloudFront does in front of the two buckets. */
export const serveSite = ({ folder, s3, bucket }: Site) => {
  const compress = compressing();
  const page = async (request: WireRequest): Promise<WireResponse> => {
    const path = pageAt(request.path);
    if (path.endsWith('/')) return { status: 302, headers: { ...pageHeaders, location: path } };
    const file = normalize(join(folder, path));
    const type = types[extname(file)];
    if (!file.startsWith(folder + sep) || !type) return notFound;
    const body = await readFile(file).catch(() => null);
    if (!body) return notFound;
    const hashed = path.startsWith('/assets/');
    const cache = hashed ? 'public, max-age=31536000, immutable' : 'no-cache';
    const headers = { ...pageHeaders, 'content-type': type, 'cache-control': cache };
    return compress({ ...request, path }, { headers, body });
  };
  return async (request: WireRequest): Promise<WireResponse> => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return { ...notFound, status: 405 };
    if (!request.path.startsWith('/media/')) return page(request);
    const object = await s3.read(bucket, request.path.slice(1), request.headers.range);
    return { ...object, headers: { ...object.headers, ...soundHeaders } };
  };
};

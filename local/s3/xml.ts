import type { ServiceError } from '../wire/service-error.ts';
import type { StoredObject } from './object-store.ts';

const DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>';
const NAMESPACE = 'xmlns="http://s3.amazonaws.com/doc/2006-03-01/"';

export function errorXml(error: ServiceError, resource: string): string {
  const fields = { Code: error.code, Message: error.message, Resource: resource, ...error.fields };
  return `${DECLARATION}<Error>${elements(fields)}</Error>`;
}

export function copyResultXml({ etag, modified }: StoredObject): string {
  const result = elements({ LastModified: new Date(modified).toISOString(), ETag: etag });
  return `${DECLARATION}<CopyObjectResult ${NAMESPACE}>${result}</CopyObjectResult>`;
}

/** One page of ListObjectsV2; `about` holds the elements before the objects. */
export function listXml(
  about: Record<string, string | number | boolean | undefined>,
  page: [key: string, object: StoredObject][],
): string {
  const contents = page.map(([Key, { size, etag, modified }]) => {
    const LastModified = new Date(modified).toISOString();
    const item = { Key, LastModified, ETag: etag, Size: size, StorageClass: 'STANDARD' };
    return `<Contents>${elements(item)}</Contents>`;
  });
  const body = `${elements(about)}${contents.join('')}`;
  return `${DECLARATION}<ListBucketResult ${NAMESPACE}>${body}</ListBucketResult>`;
}

function elements(members: Record<string, unknown>): string {
  return Object.entries(members)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `<${name}>${escapeXml(String(value))}</${name}>`)
    .join('');
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A bare carriage return would be read back as a line feed.
  '\r': '&#13;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character);
}

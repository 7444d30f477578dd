import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { replaceFile } from '../wire/replace-file.ts';
import { base64Crc32 } from './body.ts';
import { moveIndexed } from './indexed-objects.ts';

const StoredObject = z.object({
  bucket: z.string(),
  key: z.string(),
  contentType: z.string(),
  size: z.number(),
  /** With its quotes. */
  etag: z.string(),
  crc32: z.string(),
  /** Milliseconds since 1970. */
  modified: z.number(),
});

/** Whole files by name; a write replaces one at once or not at all. */
interface Files {
  read(name: string): Promise<Buffer | undefined>;
  write(name: string, data: Buffer): Promise<void>;
  /** Also where there is none. */
  remove(name: string): Promise<void>;
}

const memoryFiles = (): Files => {
  const files = new Map<string, Buffer>();
  return {
    read: async (name) => files.get(name),
    write: async (name, data) => void files.set(name, data),
    remove: async (name) => void files.delete(name),
  };
};

const folderFiles = async (folder: string): Promise<Files> => {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const cutOff = (await readdir(folder)).filter((name) => name.endsWith('.new'));
  for (const name of cutOff) await rm(join(folder, name));
  return {
    read: (name) =>
      readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      }),
    write: (name, data) =>
      replaceFile(join(folder, name), data, join(folder, `${randomUUID()}.new`)),
    remove: (name) => rm(join(folder, name), { force: true }),
  };
};

/** The name of an object's file: no key can leave the folder. */
const fileOf = (bucket: string, key: string) =>
  createHash('sha256')
    .update(JSON.stringify([bucket, key]))
    .digest('hex');

export type ObjectStore = Awaited<ReturnType<typeof openObjectStore>>;

/**
 * Opens the objects kept in the folder: one file each, named after the key's hash, with a line of
 * JSON about the object before its bytes. So a put costs the same however many objects there are,
 * and a kill at any moment leaves the old object or the new one.
 */
export const openObjectStore = async (folder: string | null, buckets: readonly string[]) => {
  const files = folder === null ? memoryFiles() : await folderFiles(join(folder, 'objects'));
  const store = {
    hasBucket: (bucket: string) => buckets.includes(bucket),
    async read(bucket: string, key: string) {
      const file = await files.read(fileOf(bucket, key));
      if (!file) return undefined;
      const end = file.indexOf('\n');
      const object = StoredObject.parse(JSON.parse(file.toString('utf8', 0, end)));
      return { object, data: file.subarray(end + 1) };
    },
    async put(bucket: string, key: string, data: Buffer, contentType: string) {
      const etag = `"${createHash('md5').update(data).digest('hex')}"`;
      const [size, crc32, modified] = [data.length, base64Crc32(data), Date.now()];
      const object = { bucket, key, contentType, size, etag, crc32, modified };
      const line = Buffer.from(`${JSON.stringify(object)}\n`);
      await files.write(fileOf(bucket, key), Buffer.concat([line, data]));
      return object;
    },
    remove: (bucket: string, key: string) => files.remove(fileOf(bucket, key)),
  };
  if (folder !== null) await moveIndexed(folder, store.put);
  return store;
};

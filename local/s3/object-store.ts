import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { openStateFile } from '../wire/state-file.ts';
import { base64Crc32 } from './body.ts';

/** What a client may say about an object and gets back as it was. */
export const ObjectAbout = z.object({
  contentType: z.string(),
  cacheControl: z.string().optional(),
  contentDisposition: z.string().optional(),
  contentEncoding: z.string().optional(),
  contentLanguage: z.string().optional(),
  /** `x-amz-meta-` headers, without that prefix. */
  metadata: z.record(z.string(), z.string()),
});
export type ObjectAbout = z.infer<typeof ObjectAbout>;

const StoredObject = ObjectAbout.extend({
  /** The name of the file that holds the bytes; never made from the key. */
  file: z.string(),
  size: z.number(),
  /** With its quotes. */
  etag: z.string(),
  crc32: z.string(),
  /** Milliseconds since 1970. */
  modified: z.number(),
});
export type StoredObject = z.infer<typeof StoredObject>;

const Index = z.record(z.string(), z.record(z.string(), StoredObject));

export type ObjectStore = {
  hasBucket(bucket: string): boolean;
  find(bucket: string, key: string): StoredObject | undefined;
  read(bucket: string, key: string): Promise<{ object: StoredObject; data: Buffer } | undefined>;
  put(bucket: string, key: string, data: Buffer, about: ObjectAbout): Promise<StoredObject>;
  remove(bucket: string, key: string): Promise<void>;
  /** In the order of the keys' UTF-8 bytes. */
  list(bucket: string): [key: string, object: StoredObject][];
  close(): Promise<void>;
};

/**
 * Opens the objects kept in the folder: an index file, replaced as a whole, and one file of bytes
 * per object, written under a new name before the index names it. A kill between the two leaves
 * bytes that nothing names; they are removed at the next start.
 */
export async function openObjectStore(
  folder: string | null,
  buckets: readonly string[],
): Promise<ObjectStore> {
  const { state, save, close } = await openStateFile({
    folder,
    name: 'objects.json',
    schema: Index,
    initial: (): z.infer<typeof Index> => ({}),
  });
  for (const bucket of buckets) state[bucket] ??= {};
  const files = folder === null ? memoryFiles() : await folderFiles(join(folder, 'data'), state);
  const find = (bucket: string, key: string) => {
    const objects = state[bucket] ?? {};
    return Object.hasOwn(objects, key) ? objects[key] : undefined;
  };

  return {
    hasBucket: (bucket) => buckets.includes(bucket),
    find,
    async read(bucket, key) {
      for (;;) {
        const object = find(bucket, key);
        if (!object) return undefined;
        const data = await files.read(object.file);
        if (data) return { object, data };
        // Replaced while it was read: look again. Gone for good: a lost object.
        if (find(bucket, key) === object) return undefined;
      }
    },
    async put(bucket, key, data, about) {
      const etag = `"${createHash('md5').update(data).digest('hex')}"`;
      const file = randomUUID();
      const size = data.length;
      const object = { ...about, file, size, etag, crc32: base64Crc32(data), modified: Date.now() };
      await files.write(file, data);
      const replaced = find(bucket, key);
      state[bucket] = { ...state[bucket], [key]: object };
      await save();
      if (replaced) await files.remove(replaced.file);
      return object;
    },
    async remove(bucket, key) {
      const object = find(bucket, key);
      if (!object) return;
      delete state[bucket]?.[key];
      await save();
      await files.remove(object.file);
    },
    list: (bucket) =>
      Object.entries(state[bucket] ?? {}).sort(([one], [other]) =>
        Buffer.compare(Buffer.from(one), Buffer.from(other)),
      ),
    close,
  };
}

type Files = {
  read(name: string): Promise<Buffer | undefined>;
  write(name: string, data: Buffer): Promise<void>;
  remove(name: string): Promise<void>;
};

function memoryFiles(): Files {
  const files = new Map<string, Buffer>();
  return {
    read: async (name) => files.get(name),
    write: async (name, data) => void files.set(name, data),
    remove: async (name) => void files.delete(name),
  };
}

async function folderFiles(folder: string, index: z.infer<typeof Index>): Promise<Files> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const named = new Set(
    Object.values(index).flatMap((objects) => Object.values(objects).map(({ file }) => file)),
  );
  const remove = (name: string) => rm(join(folder, name), { force: true });
  const orphans = (await readdir(folder)).filter((name) => !named.has(name));
  await Promise.all(orphans.map(remove));
  return {
    read: (name) =>
      readFile(join(folder, name)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return undefined;
        throw error;
      }),
    async write(name, data) {
      await writeFile(join(folder, `${name}.new`), data, { mode: 0o600, flush: true });
      await rename(join(folder, `${name}.new`), join(folder, name));
    },
    remove,
  };
}

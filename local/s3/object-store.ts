import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { openStateFile } from '../wire/state-file.ts';
import { base64Crc32 } from './body.ts';

const StoredObject = z.object({
  contentType: z.string(),
  /** The name of the file that holds the bytes; never derived from the key. */
  file: z.string(),
  size: z.number(),
  /** With its quotes. */
  etag: z.string(),
  crc32: z.string(),
  /** Milliseconds since 1970. */
  modified: z.number(),
});

const Index = z.record(z.string(), z.record(z.string(), StoredObject));
type Index = z.infer<typeof Index>;

interface Files {
  read(name: string): Promise<Buffer | undefined>;
  write(name: string, data: Buffer): Promise<void>;
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

const folderFiles = async (folder: string, index: Index): Promise<Files> => {
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
};

export type ObjectStore = Awaited<ReturnType<typeof openObjectStore>>;

/**
 * Opens the objects kept in the folder: an index file, replaced as a whole, and one file of bytes
 * per object, written under a new name before the index names it. A kill between the two leaves
 * bytes that the index does not name; they are removed at the next start.
 */
export const openObjectStore = async (folder: string | null, buckets: readonly string[]) => {
  const { state, save, close } = await openStateFile({
    folder,
    name: 'objects.json',
    schema: Index,
    initial: (): Index => ({}),
  });
  for (const bucket of buckets) state[bucket] ??= {};
  const files = folder === null ? memoryFiles() : await folderFiles(join(folder, 'data'), state);
  const find = (bucket: string, key: string) => {
    const objects = state[bucket] ?? {};
    return Object.hasOwn(objects, key) ? objects[key] : undefined;
  };

  return {
    hasBucket: (bucket: string) => buckets.includes(bucket),
    async read(bucket: string, key: string) {
      for (;;) {
        const object = find(bucket, key);
        if (!object) return undefined;
        const data = await files.read(object.file);
        if (data) return { object, data };
        // Replaced while it was read: look again. Gone for good: a lost object.
        if (find(bucket, key) === object) return undefined;
      }
    },
    async put(bucket: string, key: string, data: Buffer, contentType: string) {
      const etag = `"${createHash('md5').update(data).digest('hex')}"`;
      const [file, size, crc32] = [randomUUID(), data.length, base64Crc32(data)];
      const object = { contentType, file, size, etag, crc32, modified: Date.now() };
      await files.write(file, data);
      const replaced = find(bucket, key);
      state[bucket] = { ...state[bucket], [key]: object };
      await save();
      if (replaced) await files.remove(replaced.file);
      return object;
    },
    close,
  };
};

import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClassicLevel } from 'classic-level';
import { keyspace } from './keyspace.ts';
import type { Write } from './level.ts';

/** Before and after all keys that are used. */
const [first, last] = ['\u0000', '\u{10ffff}'];
const ends: Write[] = [first, last].map((key) => ({ type: 'put', key, value: '' }));

/** A compaction rewrites all that is left before it deletes the old files. */
const hasRoom = async (path: string): Promise<boolean> => {
  const names = await readdir(path);
  const sizes = await Promise.all(names.map((name) => stat(join(path, name))));
  const { bavail, bsize } = await statfs(path);
  return bavail * bsize > 2 * sizes.reduce((sum, { size }) => sum + size, 0);
};

/**
 * Takes deleted items off the disk, and with them the values that items had before. LevelDB keeps both
 * in its files: it never rewrites the lowest ones, unless one above covers their keys.
 */
export const compacting = (
  database: ClassicLevel<string, string>,
  path: string,
  write: (writes: Write[]) => Promise<void>,
) => {
  // What ran before may have been killed.
  let hasDeleted = true;
  return {
    async write(writes: Write[]) {
      await write(writes);
      hasDeleted ||= writes.some(
        ({ type, key }) => type === 'del' && key.startsWith(keyspace.items),
      );
    },
    async compact() {
      if (!hasDeleted || !(await hasRoom(path))) return;
      hasDeleted = false;
      try {
        await database.compactRange(first, last);
        await write(ends);
        await database.compactRange(first, last);
      } catch (error) {
        hasDeleted = true;
        throw error;
      }
    },
  };
};

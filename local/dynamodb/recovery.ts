import { readdir, stat, statfs } from 'node:fs/promises';
import { join } from 'node:path';
import type { ClassicLevel } from 'classic-level';
import type { Write } from './level.ts';
import { createMutex } from './mutex.ts';

/** What LevelDB writes when it is opened, beside its log as a table, in bytes; with room to spare. */
const margin = 128 * 1024;

/** @throws Error unless LevelDB can be opened again: it is closed only if it can, so that reads go on */
const requireRoom = async (path: string): Promise<void> => {
  const logs = (await readdir(path)).filter((name) => name.endsWith('.log'));
  const sizes = await Promise.all(logs.map(async (name) => (await stat(join(path, name))).size));
  const { bavail, bsize } = await statfs(path);
  if (bavail * bsize >= sizes.reduce((sum, size) => sum + size, margin)) return;
  const message = 'The disk is full; nothing is written until there is room again';
  throw Object.assign(new Error(message), { code: 'ENOSPC' });
};

/**
 * Keeps a database sound whose disk may fail. LevelDB appends to its log behind a torn record, where
 * no start reads any more. So after a failed write it is closed and opened, which replays the log
 * and begins a new one, before anything else is written. A write that failed may be found to be
 * done: whoever writes what depends on the data must read it after `writable`.
 */
export const recovering = (database: ClassicLevel<string, string>, path: string) => {
  const alone = createMutex();
  let isSound = true;
  let isClosed = false;
  const recover = async () => {
    if (isClosed) throw new Error('The database is closed');
    if (isSound && database.status === 'open') return;
    await requireRoom(path);
    await database.close();
    await database.open();
    isSound = true;
  };
  return {
    async readable() {
      if (database.status !== 'open') await alone(recover);
    },
    writable: () => alone(recover),
    // One at a time: a second one that LevelDB has already taken would be behind the torn record.
    write: (writes: Write[]) =>
      alone(async () => {
        await recover();
        isSound = false;
        // Without `sync` a power cut loses acknowledged writes.
        await database.batch(writes, { sync: true });
        isSound = true;
      }),
    close: () =>
      alone(async () => {
        isClosed = true;
        await database.close();
      }),
  };
};

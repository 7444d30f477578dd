import { ClassicLevel } from 'classic-level';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openLevel } from '../../../local/dynamodb/level.ts';
import { recovering } from '../../../local/dynamodb/recovery.ts';
import { reading, writing } from '../../../local/dynamodb/view.ts';
import { dataFolder } from '../../support/data-folder.ts';

const room = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }));
vi.mock('node:fs/promises', async (original) => ({
  ...(await original()),
  statfs: async () => ({ bavail: room.left, bsize: 1 }),
}));
beforeEach(() => {
  room.left = Number.POSITIVE_INFINITY;
});

describe('after a failed write', () => {
  const put = (key: string) => [{ type: 'put' as const, key, value: key }];
  const refuse = () => Promise.reject(new Error('not yet'));
  /** A database whose next write fails once it is in the log, as when it cannot be synced. */
  const withFailure = async () => {
    const folder = await dataFolder();
    const database = new ClassicLevel<string, string>(folder);
    await database.open();
    const safely = recovering(database, folder);
    const batch = database.batch.bind(database);
    await safely.write(put('before'));
    const failing = async () => {
      database.batch = batch;
      await batch(put('failed'), { sync: true });
      throw new Error('cannot be synced');
    };
    Object.assign(database, { batch: failing });
    const open = vi.spyOn(database, 'open');
    onTestFinished(() => safely.close());
    return { database, safely, open };
  };

  it('every write is synced, so that a power cut loses none that was acknowledged', async () => {
    const { database, safely } = await withFailure();
    await safely.write(put('failed')).catch(() => {});
    const batch = vi.spyOn(database, 'batch');

    await safely.write(put('after'));

    expect(batch).toHaveBeenCalledWith(put('after'), { sync: true });
  });

  it('the database is opened again before the next one, and only then', async () => {
    const { database, safely, open } = await withFailure();

    const [failed, next] = await Promise.allSettled([
      safely.write(put('failed')),
      safely.write(put('next')),
    ]);
    await safely.write(put('last'));

    expect([failed.status, next.status]).toEqual(['rejected', 'fulfilled']);
    expect(open).toHaveBeenCalledOnce();
    expect(await database.keys().all()).toEqual(['before', 'failed', 'last', 'next']);
  });

  it('whoever is about to write waits until the data is settled', async () => {
    const { safely, open } = await withFailure();
    await expect(safely.write(put('failed'))).rejects.toThrow('cannot be synced');

    await safely.writable();

    expect(open).toHaveBeenCalledOnce();
  });

  it('a request reads nothing before that, and what only reads waits for an open database', async () => {
    const level = { ...(await openLevel(null)), writable: refuse, readable: refuse };
    const work = vi.fn();

    await expect(writing(level, work)).rejects.toThrow('not yet');
    await expect(reading(level, work)).rejects.toThrow('not yet');

    expect(work).not.toHaveBeenCalled();
  });

  it('nothing is written while the disk has no room, and reads go on', async () => {
    const { database, safely, open } = await withFailure();
    await expect(safely.write(put('failed'))).rejects.toThrow('cannot be synced');
    room.left = 1000;

    const full = /^The disk is full/;
    await expect(safely.write(put('while full'))).rejects.toThrow(full);
    await safely.readable();
    const read = await database.get('before');
    room.left = Number.POSITIVE_INFINITY;
    await safely.write(put('after'));

    expect(read).toBe('before');
    expect(open).toHaveBeenCalledOnce();
    expect(await database.get('after')).toBe('after');
  });

  it('a database that cannot be opened again is opened by the first request that can', async () => {
    const { database, safely, open } = await withFailure();
    await expect(safely.write(put('failed'))).rejects.toThrow('cannot be synced');
    open.mockRejectedValueOnce(new Error('no'));

    await expect(safely.write(put('next'))).rejects.toThrow('no');
    const read = await safely.readable().then(() => database.get('before'));

    expect(read).toBe('before');
  });

  it('a closed database stays closed', async () => {
    const { database, safely } = await withFailure();
    await safely.close();

    await expect(safely.write(put('late'))).rejects.toThrow('closed');
    await expect(safely.readable()).rejects.toThrow('closed');

    expect(database.status).toBe('closed');
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { InternalServerError } from '@aws-sdk/client-dynamodb';
import { GetCommand, PutCommand } from '@aws-sdk/lib-dynamodb';
import { ClassicLevel } from 'classic-level';
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { keyspace, under } from '../../../local/dynamodb/keyspace.ts';
import { openLevel } from '../../../local/dynamodb/level.ts';
import { recovering } from '../../../local/dynamodb/recovery.ts';
import { connect, createTable, refusalOf, TableName } from './database.ts';

const room = vi.hoisted(() => ({ left: Number.POSITIVE_INFINITY }));
vi.mock('node:fs/promises', async (original) => ({
  ...(await original()),
  statfs: async () => ({ bavail: room.left, bsize: 1 }),
}));

const dataFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'talaro-full-disk-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
};
beforeEach(() => {
  room.left = Number.POSITIVE_INFINITY;
});

/** A database in a process whose files cannot grow beyond 64 KB, so that its log is torn and torn again. */
const serveConfined = async (folder: string) => {
  const script = join(import.meta.dirname, 'serve.ts');
  const confined = `trap '' XFSZ; ulimit -f 128; exec "$0" "$1" "$2"`;
  const child = spawn('sh', ['-c', confined, process.execPath, script, folder], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [line] = await once(createInterface(child.stdout), 'line');
  return { child, endpoint: String(JSON.parse(String(line)).endpoint) };
};

it('a disk that refuses writes again and again costs nothing that was acknowledged', async () => {
  const folder = await dataFolder();
  const { child, endpoint } = await serveConfined(folder);
  const { client, documents } = connect(endpoint);
  await createTable(client);
  const [acknowledged, refusals]: [string[], Error[]] = [[], []];

  const writer = async (name: string) => {
    for (let n = 0; n < 15; n++) {
      const Item = { pk: name, sk: String(n), text: 'x'.repeat(7000) };
      await documents.send(new PutCommand({ TableName, Item })).then(
        () => acknowledged.push(`${name} ${n}`),
        (error) => refusals.push(error),
      );
    }
  };
  await Promise.all(['a', 'b', 'c', 'd'].map(writer));
  const read = await documents.send(new GetCommand({ TableName, Key: { pk: 'a', sk: '0' } }));
  const exit = once(child, 'exit');
  child.kill('SIGKILL');
  await exit;
  client.destroy();

  const level = await openLevel(folder);
  const kept = new Set<string>();
  for await (const [, text] of level.entries(under(keyspace.item(TableName)))) {
    const { pk, sk } = JSON.parse(text);
    kept.add(`${pk.S} ${sk.S}`);
  }
  await level.close();
  expect(acknowledged.filter((key) => !kept.has(key))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(40);
  expect(refusals.length).toBeGreaterThan(3);
  expect(refusals.filter((error) => !(error instanceof InternalServerError))).toEqual([]);
  expect(read.Item).toBeDefined();
});

describe('after a failed write', () => {
  const put = (key: string) => [{ type: 'put' as const, key, value: key }];
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
    await refusalOf(safely.write(put('failed')));

    await safely.writable();

    expect(open).toHaveBeenCalledOnce();
  });

  it('nothing is written while the disk has no room, and reads go on', async () => {
    const { database, safely, open } = await withFailure();
    await refusalOf(safely.write(put('failed')));
    room.left = 1000;

    const refused = await refusalOf(safely.write(put('while full')));
    await safely.readable();
    const read = await database.get('before');
    room.left = Number.POSITIVE_INFINITY;
    await safely.write(put('after'));

    expect(refused.message).toMatch(/^The disk is full/);
    expect(read).toBe('before');
    expect(open).toHaveBeenCalledOnce();
    expect(await database.get('after')).toBe('after');
  });

  it('a database that cannot be opened again is opened by the first request that can', async () => {
    const { database, safely, open } = await withFailure();
    await refusalOf(safely.write(put('failed')));
    open.mockRejectedValueOnce(new Error('no'));

    const refused = await refusalOf(safely.write(put('next')));
    const read = await safely.readable().then(() => database.get('before'));

    expect(refused.message).toBe('no');
    expect(read).toBe('before');
  });

  it('a closed database stays closed', async () => {
    const { database, safely } = await withFailure();
    await safely.close();

    await refusalOf(safely.write(put('late')));
    await refusalOf(safely.readable());

    expect(database.status).toBe('closed');
  });
});

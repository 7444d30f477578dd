import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdtemp, readdir, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { PutCommand, QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startDynamoDb } from '../../../local/dynamodb/dynamodb.ts';
import { keyspace, under } from '../../../local/dynamodb/keyspace.ts';
import { openLevel } from '../../../local/dynamodb/level.ts';
import type { OnRequest } from '../../../local/wire/fault.ts';
import { connect, createTable, refusalOf, TableName } from './database.ts';

const children: ChildProcess[] = [];
let base: string;
let folder: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'talaro-dynamodb-'));
  folder = join(base, 'data');
});
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await rm(base, { recursive: true, force: true });
});

const counters = ['A', 'B', 'C'];

/** Counts up in three items and leaves an audit row, which is also in the index: all or nothing. */
const count = (documents: DynamoDBDocumentClient, token: string) =>
  documents.send(
    new TransactWriteCommand({
      ClientRequestToken: token,
      TransactItems: [
        ...counters.map((sk) => ({
          Update: {
            TableName,
            Key: { pk: 'COUNTERS', sk },
            UpdateExpression: 'ADD tally :one',
            ExpressionAttributeValues: { ':one': 1 },
          },
        })),
        {
          Put: {
            TableName,
            Item: { pk: 'AUDIT', sk: token, gsi1pk: 'AUDIT', gsi1sk: token, note: 'é'.repeat(200) },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        },
      ],
    }),
  );

/** The counts in the table: five numbers, all equal as long as no transaction is cut in two. */
const tallies = async (documents: DynamoDBDocumentClient): Promise<number[]> => {
  const query = (name: string, value: string, index = {}) =>
    documents.send(
      new QueryCommand({
        TableName,
        ...index,
        KeyConditionExpression: `${name} = :value`,
        ExpressionAttributeValues: { ':value': value },
      }),
    );
  const counted = (await query('pk', 'COUNTERS')).Items ?? [];
  return [
    ...counters.map((sk) => Number(counted.find((item) => item.sk === sk)?.tally ?? 0)),
    (await query('pk', 'AUDIT')).Count ?? 0,
    (await query('gsi1pk', 'AUDIT', { IndexName: 'gsi1' })).Count ?? 0,
  ];
};

/** The same, straight from the folder. */
const storedTallies = async (path: string): Promise<number[]> => {
  const level = await openLevel(path);
  const found: Record<string, number> = {};
  let audited = 0;
  for await (const [, text] of level.entries(under(keyspace.item(TableName)))) {
    const item = JSON.parse(text);
    if (item.pk.S === 'AUDIT') audited++;
    else found[item.sk.S] = Number(item.tally.N);
  }
  let indexed = 0;
  for await (const _ of level.entries(under(keyspace.index(TableName, 'gsi1')))) indexed++;
  await level.close();
  return [...counters.map((sk) => found[sk] ?? 0), audited, indexed];
};

const withDatabase = async <Result>(
  path: string,
  work: (documents: DynamoDBDocumentClient) => Promise<Result>,
): Promise<Result> => {
  const database = await startDynamoDb({ folder: path });
  const { client, documents } = connect(database.endpoint);
  try {
    return await work(documents);
  } finally {
    client.destroy();
    await database.close();
  }
};

describe('a data folder', () => {
  it('keeps tables, items, index and request tokens across a restart', async () => {
    await withDatabase(folder, async (documents) => {
      await createTable(documents);
      await count(documents, 'once');
    });

    const after = await withDatabase(folder, async (documents) => {
      await count(documents, 'once');
      return tallies(documents);
    });

    expect(after).toEqual([1, 1, 1, 1, 1]);
  });

  it('is accessible to its owner only', async () => {
    await withDatabase(folder, createTable);

    expect((await stat(folder)).mode & 0o777).toBe(0o700);
  });

  it('is refused to a second database, in this process or another, in one sentence', async () => {
    const database = await startDynamoDb({ folder });

    const here = await refusalOf(startDynamoDb({ folder }));
    const elsewhere = await serve(folder);
    await database.close();

    const message = `The data folder ${folder} is already in use.`;
    expect(here).toMatchObject({ name: 'DataFolderError', code: 'DATA_FOLDER_IN_USE', message });
    expect(elsewhere.said).toEqual({ code: 'DATA_FOLDER_IN_USE', message });
    await withDatabase(folder, createTable);
  });

  it('that is not a folder is refused, and left as it is', async () => {
    await writeFile(folder, 'a file');

    const refusal = await refusalOf(startDynamoDb({ folder }));

    expect(refusal).toMatchObject({ name: 'DataFolderError', code: 'DATA_FOLDER_UNUSABLE' });
  });
});

describe('closing', () => {
  it('finishes the requests under way', async () => {
    let onRequest: OnRequest = () => {};
    const database = await startDynamoDb({ folder, onRequest: (...call) => onRequest(...call) });
    const { client, documents } = connect(database.endpoint);
    await createTable(client);
    const words = 'x'.repeat(390_000);
    for (const sk of ['1', '2']) {
      await documents.send(new PutCommand({ TableName, Item: { pk: 'LARGE', sk, words } }));
    }
    const isUnderWay = Promise.withResolvers<void>();
    onRequest = (operation) => {
      if (operation === 'Query') isUnderWay.resolve();
    };

    const writes = Array.from({ length: 20 }, (_, number) => count(documents, `close-${number}`));
    const settled = Promise.allSettled(writes);
    const read = documents.send(
      new QueryCommand({
        TableName,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': 'LARGE' },
      }),
    );
    await isUnderWay.promise;
    await database.close();
    const acknowledged = (await settled).filter(({ status }) => status === 'fulfilled').length;

    expect((await read).Count).toBe(2);
    const kept = await withDatabase(folder, tallies);
    expect(new Set(kept)).toEqual(new Set([acknowledged]));
    client.destroy();
  });
});

describe('a crash', () => {
  it('leaves each transaction whole or absent, wherever it cuts the log', async () => {
    const database = await startDynamoDb({ folder });
    const { client, documents } = connect(database.endpoint);
    await createTable(client);
    for (let number = 0; number < 4; number++) await count(documents, `torn-${number}`);
    const sizeBefore = await logSize(folder);
    for (let number = 4; number < 6; number++) await count(documents, `torn-${number}`);
    // As a kill leaves it: not closed.
    const crashed = join(base, 'crashed');
    await cp(folder, crashed, { recursive: true });
    client.destroy();
    await database.close();
    const size = await logSize(crashed);

    const seen: number[][] = [];
    for (let length = sizeBefore; length <= size; length += 89) {
      const torn = join(base, 'torn');
      await cp(crashed, torn, { recursive: true });
      await truncate(await logFile(torn), length);
      seen.push(await storedTallies(torn));
      await rm(torn, { recursive: true });
    }

    expect(seen.length).toBeGreaterThan(30);
    expect(seen.filter((numbers) => new Set(numbers).size > 1)).toEqual([]);
    expect(new Set(seen.map(([first]) => first))).toEqual(new Set([4, 5]));
    expect(await storedTallies(crashed)).toEqual([6, 6, 6, 6, 6]);
  });

  it('by kill -9 in a stream of transactions, five times, loses and duplicates none', async () => {
    const acknowledged = new Set<string>();
    const sent = new Set<string>();
    const broken: number[][] = [];

    for (let round = 0; round < 5; round++) {
      const { child, said } = await serve(folder);
      const { client, documents } = connect(String(said.endpoint));
      if (round === 0) await createTable(client);
      const numbers = await tallies(documents);
      if (new Set(numbers).size > 1 || (numbers[0] ?? 0) < acknowledged.size) broken.push(numbers);
      let isAlive = true;
      const target = acknowledged.size + 5 + 3 * round;
      const send = async (writer: number) => {
        for (let number = 0; isAlive; number++) {
          const token = `${round}-${writer}-${number}`;
          sent.add(token);
          await count(documents, token).then(
            () => acknowledged.add(token),
            () => {},
          );
          // The other writers are in the middle of their transactions.
          if (acknowledged.size >= target) child.kill('SIGKILL');
        }
      };
      const exit = once(child, 'exit');
      const writers = [0, 1, 2, 3].map(send);
      await exit;
      isAlive = false;
      await Promise.all(writers);
      client.destroy();
    }

    const kept = await withDatabase(folder, async (documents) => {
      // What was not acknowledged is sent again, as the SDK does: under the same token.
      for (const token of sent) if (!acknowledged.has(token)) await count(documents, token);
      return tallies(documents);
    });
    expect(broken).toEqual([]);
    expect(acknowledged.size).toBeGreaterThan(50);
    expect(new Set(kept)).toEqual(new Set([sent.size]));
  });
});

const logFile = async (path: string): Promise<string> => {
  const logs = (await readdir(path)).filter((name) => name.endsWith('.log')).sort();
  return join(path, logs.at(-1) ?? '');
};

const logSize = async (path: string) => (await stat(await logFile(path))).size;

interface Said {
  endpoint?: string;
  code?: string;
  message?: string;
}

/** Starts a database in a process of its own, and waits for its first line. */
const serve = async (path: string): Promise<{ child: ChildProcess; said: Said }> => {
  const script = join(import.meta.dirname, 'serve.ts');
  const child = spawn(process.execPath, [script, path], { stdio: ['ignore', 'pipe', 'inherit'] });
  children.push(child);
  const [line] = await once(createInterface(child.stdout), 'line');
  return { child, said: JSON.parse(String(line)) };
};

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import { QueryCommand, TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Database, openDatabase, TableName } from './database.ts';

let folder: string;
let database: Database;
beforeEach(async () => {
  // On disk, because in memory nothing takes long enough to be interrupted by another request.
  folder = await mkdtemp(join(tmpdir(), 'talaro-dynamodb-'));
  database = await openDatabase({ folder });
});
afterEach(async () => {
  await database.close();
  await rm(folder, { recursive: true });
});

const accounts = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((sk) => ({ pk: 'ACCOUNTS', sk }));

/** Moves one unit from one account to another. */
const move = (from: number, to: number) =>
  database.documents.send(
    new TransactWriteCommand({
      TransactItems: [
        { number: from, by: -1 },
        { number: to, by: 1 },
      ].map(({ number, by }) => ({
        Update: {
          TableName,
          Key: accounts[number % accounts.length],
          UpdateExpression: 'ADD balance :by, moves :one',
          ExpressionAttributeValues: { ':by': by, ':one': 1 },
        },
      })),
    }),
  );

const sum = (items: Record<string, unknown>[], name: string) =>
  items.reduce((total, item) => total + Number(item[name]), 0);

const readAccounts = async () => {
  const page = await database.documents.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': 'ACCOUNTS' },
    }),
  );
  return page.Items ?? [];
};

it('loses none of 200 simultaneous transactions, and refuses none of them as a conflict', async () => {
  for (const key of accounts) await database.put({ balance: 100, moves: 0 }, key);

  await Promise.all(
    Array.from({ length: 200 }, (_, number) => move(number, number + 1 + (number % 7))),
  );

  const items = await readAccounts();
  expect(sum(items, 'balance')).toBe(800);
  expect(sum(items, 'moves')).toBe(400);
});

it('shows no reader half a transaction', async () => {
  for (const key of accounts) await database.put({ balance: 100, moves: 0 }, key);
  let isWriting = true;
  const write = async (start: number) => {
    for (let number = start; number < start + 25; number++) await move(number, number + 3);
  };
  const totals: number[] = [];
  const read = async () => {
    while (isWriting) totals.push(sum(await readAccounts(), 'balance'));
  };

  const readers = [read(), read()];
  await Promise.all([write(0), write(100), write(200)]);
  isWriting = false;
  await Promise.all(readers);

  expect(totals.length).toBeGreaterThan(30);
  expect(new Set(totals)).toEqual(new Set([800]));
});

it('lets one of many writers with the same condition win', async () => {
  const claim = (number: number) =>
    database.documents.send(
      new TransactWriteCommand({
        TransactItems: [
          {
            Put: {
              TableName,
              Item: { pk: 'CLAIM', sk: 'ONLY', number },
              ConditionExpression: 'attribute_not_exists(pk)',
            },
          },
          { Put: { TableName, Item: { pk: 'CLAIM', sk: `AUDIT#${number}` } } },
        ],
      }),
    );

  const results = await Promise.allSettled(
    Array.from({ length: 40 }, (_, number) => claim(number)),
  );

  const winner = results.findIndex(({ status }) => status === 'fulfilled');
  expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  expect((await database.get({ pk: 'CLAIM', sk: 'ONLY' }))?.number).toBe(winner);
  expect(await database.get({ pk: 'CLAIM', sk: `AUDIT#${winner}` })).toBeDefined();
});

it('reads what was just written, whether or not the reader asks for consistency', async () => {
  const seen: unknown[] = [];

  for (let number = 0; number < 20; number++) {
    await database.put({ number }, { pk: 'OWN', sk: 'ONLY' });
    const Key = { pk: { S: 'OWN' }, sk: { S: 'ONLY' } };
    const { Item } = await database.client.send(new GetItemCommand({ TableName, Key }));
    seen.push(Number(Item?.number?.N));
  }

  expect(seen).toEqual(Array.from({ length: 20 }, (_, number) => number));
});

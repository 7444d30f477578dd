import { GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase, refusalOf, TableName } from './database.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

const limit = 400 * 1024;
// "pk", "ITEM#size", "sk", "ONLY" and the attribute's name.
const keyBytes = 2 + 9 + 2 + 4 + 5;
const key = { pk: 'ITEM#size' };

it.each([
  ['emoji with joiners', '👩🏽‍💻 👨‍👩‍👧‍👦'],
  ['composed letters', 'caf\u00e9'],
  ['decomposed letters', 'cafe\u0301'],
  ['right to left', 'שלום \u202Eعالم'],
  ['carriage returns and tabs', 'a\r\nb\tc\u2028d'],
  ['quotes and backslashes', '"\\u0041\\"'],
  ['control characters', '\u0001\u001f\u007f'],
])('returns text byte for byte, as value and as key: %s', async (_name, words) => {
  const Key = await database.put({ words, [words]: true }, { sk: words });

  const item = await database.get(Key);

  expect(item).toEqual({ ...Key, words, [words]: true });
});

it('distinguishes composed and decomposed letters in keys', async () => {
  const Key = await database.put({}, { sk: 'caf\u00e9' });

  const item = await database.get({ ...Key, sk: 'cafe\u0301' });

  expect(item).toBeUndefined();
});

it.each([
  ['0.1', '0.1'],
  ['-12.50', '-12.5'],
  ['12345678901234567890123456789012345678', '12345678901234567890123456789012345678'],
  ['1e3', '1000'],
])('keeps the number %s exactly', async (given, kept) => {
  const Key = { pk: { S: 'NUMBER' }, sk: { S: given } };
  await database.client.send(new PutItemCommand({ TableName, Item: { ...Key, n: { N: given } } }));

  const { Item } = await database.client.send(new GetItemCommand({ TableName, Key }));

  expect(Item?.n).toEqual({ N: kept });
});

it('keeps binary, sets, null and nesting', async () => {
  const attributes = {
    bytes: new Uint8Array([0, 1, 255]),
    numbers: new Set([1, 2]),
    nothing: null,
    nested: { list: [true, { deep: [[]] }] },
  };

  const Key = await database.put(attributes);

  expect(await database.get(Key)).toEqual({ ...Key, ...attributes });
});

it('reads only what is projected', async () => {
  const Key = await database.put({ a: { b: 1, c: 2 }, replies: ['x', 'y'], name: 'n', extra: 1 });

  const { Item } = await database.documents.send(
    new GetCommand({
      TableName,
      Key,
      ProjectionExpression: 'a.b, replies[1], #n',
      ExpressionAttributeNames: { '#n': 'name' },
    }),
  );

  expect(Item).toEqual({ a: { b: 1 }, replies: ['y'], name: 'n' });
});

it.each([
  ['ASCII', 'x', 1],
  ['emoji', '😀', 4],
])('accepts an item of 400 KB of %s, and not a byte more', async (_name, letter, bytes) => {
  const words = letter
    .repeat(Math.floor((limit - keyBytes) / bytes))
    .padEnd(((limit - keyBytes) % bytes) + letter.length, ' ');
  const padding = limit - keyBytes - Buffer.byteLength(words);

  const Key = await database.put({ words: words + ' '.repeat(padding) }, key);
  const refusal = await refusalOf(
    database.put({ words: `${words + ' '.repeat(padding)}!` }, { ...key, sk: 'MORE' }),
  );
  const short = await refusalOf(database.put({ words: `${words + ' '.repeat(padding)}!` }, key));

  expect(Buffer.byteLength(String((await database.get(Key))?.words))).toBe(limit - keyBytes);
  expect(refusal.name).toBe('ValidationException');
  expect(short.message).toBe('Item size has exceeded the maximum allowed size');
});

it('refuses an update that grows an item over 400 KB', async () => {
  const Key = await database.put({ half: '😀'.repeat(60_000) });
  const grow = new UpdateCommand({
    TableName,
    Key,
    UpdateExpression: 'SET extra = :extra',
    ExpressionAttributeValues: { ':extra': '😀'.repeat(60_000) },
  });

  const refusal = await refusalOf(database.documents.send(grow));

  expect(refusal.message).toBe('Item size to update has exceeded the maximum allowed size');
  expect(await database.get(Key)).not.toHaveProperty('extra');
});

it.each([
  ['partition', { pk: 'é'.repeat(1025) }],
  ['sort', { sk: 'é'.repeat(513) }],
  ['empty partition', { pk: '' }],
])('refuses a key over its limit, measured in bytes: %s', async (_name, invalid) => {
  const refusal = await refusalOf(database.put({}, invalid));

  expect(refusal.name).toBe('ValidationException');
});

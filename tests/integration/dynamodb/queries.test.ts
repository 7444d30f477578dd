import { QueryCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, type Document, openDatabase, refusalOf, TableName } from './database.ts';

const sortKeys = ['AUDIT#1', 'AUDIT#2', 'BRIEF', 'INTERVIEW', 'LINK', 'QUESTION#01', 'QUESTION#02'];

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
  for (const [number, sk] of sortKeys.entries()) {
    await database.put({ number, deep: { branches: [sk] } }, { pk: 'I#1', sk });
  }
});
afterAll(() => database.close());

type Input = Partial<ConstructorParameters<typeof QueryCommand>[0]>;

const query = (condition: string, values: Document, input: Input = {}) =>
  database.documents.send(
    new QueryCommand({
      TableName,
      KeyConditionExpression: condition,
      ExpressionAttributeValues: values,
      ...input,
    }),
  );

const keysOf = (page: { Items?: Document[] | undefined }) => page.Items?.map(({ sk }) => sk);

it.each([
  ['pk = :pk', {}, sortKeys],
  ['pk = :pk AND sk >= :e', { ':e': 'E' }, sortKeys.slice(3)],
  ['pk = :pk AND sk > :e', { ':e': 'LINK' }, sortKeys.slice(5)],
  ['pk = :pk AND sk < :e', { ':e': 'BRIEF' }, sortKeys.slice(0, 2)],
  ['pk = :pk AND sk <= :e', { ':e': 'BRIEF' }, sortKeys.slice(0, 3)],
  ['pk = :pk AND sk = :e', { ':e': 'LINK' }, ['LINK']],
  ['pk = :pk AND begins_with(sk, :e)', { ':e': 'QUESTION#' }, sortKeys.slice(5)],
  ['pk = :pk AND sk BETWEEN :e AND :f', { ':e': 'B', ':f': 'LINK' }, sortKeys.slice(2, 5)],
])('reads a partition in order of the sort key: %s', async (condition, values, expected) => {
  const forward = await query(condition, { ':pk': 'I#1', ...values });
  const backward = await query(condition, { ':pk': 'I#1', ...values }, { ScanIndexForward: false });

  expect(keysOf(forward)).toEqual(expected);
  expect(keysOf(backward)).toEqual(expected.toReversed());
});

it('continues where a page ended, forward and backward', async () => {
  const values = { ':pk': 'I#1' };

  for (const ScanIndexForward of [true, false]) {
    const seen: unknown[] = [];
    let next: Document | undefined;
    do {
      const more = next && { ExclusiveStartKey: next };
      const page = await query('pk = :pk', values, { Limit: 3, ScanIndexForward, ...more });
      seen.push(...(keysOf(page) ?? []));
      next = page.LastEvaluatedKey;
    } while (next);

    expect(seen).toEqual(ScanIndexForward ? sortKeys : sortKeys.toReversed());
  }
});

it('applies filter and projection after the limit', async () => {
  const values = { ':pk': 'I#1', ':tree': { branches: ['BRIEF'] }, ':two': 2 };
  const filter = { FilterExpression: 'deep = :tree OR #n < :two', Limit: 4 };
  const names = { ExpressionAttributeNames: { '#n': 'number' } };

  const page = await query('pk = :pk', values, {
    ...filter,
    ...names,
    ProjectionExpression: 'sk, deep.branches[0]',
  });
  const counted = await query('pk = :pk', values, { ...filter, ...names, Select: 'COUNT' });

  expect(page.Items).toEqual([
    { sk: 'AUDIT#1', deep: { branches: ['AUDIT#1'] } },
    { sk: 'AUDIT#2', deep: { branches: ['AUDIT#2'] } },
    { sk: 'BRIEF', deep: { branches: ['BRIEF'] } },
  ]);
  expect([page.Count, page.ScannedCount]).toEqual([3, 4]);
  expect([counted.Count, counted.Items]).toEqual([3, undefined]);
});

it('refuses a filter on a key', async () => {
  const refusal = await refusalOf(
    query('pk = :pk', { ':pk': 'I#1' }, { FilterExpression: 'sk = :pk' }),
  );

  expect(refusal.message).toContain('can only contain non-primary key attributes');
});

it('ends a page at 1 MB', async () => {
  for (const sk of ['1', '2', '3', '4']) {
    await database.put({ words: 'x'.repeat(390_000) }, { pk: 'LARGE', sk });
  }

  const first = await query('pk = :pk', { ':pk': 'LARGE' });
  const second = await query(
    'pk = :pk',
    { ':pk': 'LARGE' },
    {
      ExclusiveStartKey: first.LastEvaluatedKey,
    },
  );

  expect(keysOf(first)).toEqual(['1', '2', '3']);
  expect(keysOf(second)).toEqual(['4']);
});

it('keeps the index in step with puts, updates and deletes', async () => {
  const entry = (day: string, time: string) => ({ gsi1pk: `DAY#${day}`, gsi1sk: time });
  const index = { IndexName: 'gsi1' };
  const list = (day: string) => query('gsi1pk = :day', { ':day': `DAY#${day}` }, index);
  await database.put(entry('1', '09:00'), { pk: 'D#a' });
  await database.put(entry('1', '08:00'), { pk: 'D#b' });
  await database.put(entry('1', '10:00'), { pk: 'D#c' });
  await database.put({ plain: true }, { pk: 'D#d' });

  await database.put(entry('2', '09:00'), { pk: 'D#a' });
  await database.put({ plain: true }, { pk: 'D#c' });
  await database.put({ ...entry('1', '08:00'), changed: true }, { pk: 'D#b' });

  expect((await list('1')).Items).toEqual([
    { pk: 'D#b', sk: 'ONLY', ...entry('1', '08:00'), changed: true },
  ]);
  expect((await list('2')).Items?.map(({ pk }) => pk)).toEqual(['D#a']);
});

it('lists items with the same index key, even those that dynalite cannot tell apart', async () => {
  // Their keys have the same first 24 bits of MD5, salted as dynalite does.
  const alike = ['INTERVIEW#1457', 'INTERVIEW#6649'];
  const others = ['INTERVIEW#1', 'INTERVIEW#2', 'INTERVIEW#3'];
  const entry = { gsi1pk: 'DAY#same', gsi1sk: 'same' };
  for (const pk of [...alike, ...others]) await database.put(entry, { pk, sk: 'INTERVIEW' });

  for (const ScanIndexForward of [true, false]) {
    const seen: unknown[] = [];
    let next: Document | undefined;
    do {
      const page = await query(
        'gsi1pk = :day',
        { ':day': 'DAY#same' },
        {
          IndexName: 'gsi1',
          Limit: 1,
          ScanIndexForward,
          ...(next && { ExclusiveStartKey: next }),
        },
      );
      seen.push(...(page.Items ?? []).map(({ pk }) => pk));
      next = page.LastEvaluatedKey;
    } while (next);

    expect(seen.toSorted()).toEqual([...alike, ...others].toSorted());
  }
});

it('scans the table and the index, in pages', async () => {
  const scanAll = async (input: { IndexName?: string }) => {
    const seen: unknown[] = [];
    let next: Document | undefined;
    do {
      const page = await database.documents.send(
        new ScanCommand({
          TableName,
          Limit: 2,
          ...input,
          ...(next && { ExclusiveStartKey: next }),
        }),
      );
      seen.push(...(page.Items ?? []).map(({ pk, sk }) => `${pk} ${sk}`));
      next = page.LastEvaluatedKey;
    } while (next);
    return seen;
  };
  await database.put({ gsi1pk: 'DAY#scan', gsi1sk: '1' }, { pk: 'S#1', sk: 'a' });

  const table = await scanAll({});
  const index = await scanAll({ IndexName: 'gsi1' });

  expect(table).toEqual(expect.arrayContaining(sortKeys.map((sk) => `I#1 ${sk}`)));
  expect(new Set(table).size).toBe(table.length);
  expect(index).toContain('S#1 a');
  expect(index).not.toContain('I#1 LINK');
});

import type {
  ConditionalCheckFailedException,
  ReturnValuesOnConditionCheckFailure,
} from '@aws-sdk/client-dynamodb';
import { DeleteCommand, PutCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, type Document, openDatabase, refusalOf, TableName } from './database.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** Whether a condition holds for an item, judged by whether an update is allowed. */
const holds = async (Key: Document, ConditionExpression: string, values: Document = {}) => {
  const command = new UpdateCommand({
    TableName,
    Key,
    UpdateExpression: 'SET touched = :touched',
    ConditionExpression,
    ExpressionAttributeValues: { ':touched': true, ...values },
  });
  try {
    await database.documents.send(command);
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'ConditionalCheckFailedException') return false;
    throw error;
  }
};

it('puts an item once under attribute_not_exists(pk), and returns the existing one', async () => {
  const Key = await database.put({ words: 'first' });

  const refusal = await refusalOf<ConditionalCheckFailedException>(
    database.documents.send(
      new PutCommand({
        TableName,
        Item: { ...Key, words: 'second' },
        ConditionExpression: 'attribute_not_exists(pk)',
        ReturnValuesOnConditionCheckFailure: 'ALL_OLD',
      }),
    ),
  );

  expect(refusal.name).toBe('ConditionalCheckFailedException');
  expect(refusal.message).toBe('The conditional request failed');
  expect(refusal.Item?.words).toEqual({ S: 'first' });
  expect(await database.get(Key)).toEqual({ ...Key, words: 'first' });
});

it('returns the item to an update and a delete that ask for it, and to no others', async () => {
  const Key = await database.put({ step: 'open' });
  const condition = { TableName, Key, ConditionExpression: 'attribute_exists(closed_at)' };
  const all = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

  const updated = await refusalOf<ConditionalCheckFailedException>(
    database.documents.send(
      new UpdateCommand({ ...condition, ...all, UpdateExpression: 'REMOVE step' }),
    ),
  );
  const deleted = await refusalOf<ConditionalCheckFailedException>(
    database.documents.send(new DeleteCommand({ ...condition, ...all })),
  );
  const silent = await refusalOf<ConditionalCheckFailedException>(
    database.documents.send(new DeleteCommand(condition)),
  );

  expect(updated.Item?.step).toEqual({ S: 'open' });
  expect(deleted.Item?.step).toEqual({ S: 'open' });
  expect(silent.Item).toBeUndefined();
});

it('refuses an unknown ReturnValuesOnConditionCheckFailure', async () => {
  const wish = 'ALL_NEW' as ReturnValuesOnConditionCheckFailure;

  const refusal = await refusalOf(
    database.documents.send(
      new PutCommand({
        TableName,
        Item: { pk: 'a', sk: 'b' },
        ReturnValuesOnConditionCheckFailure: wish,
      }),
    ),
  );

  expect(refusal.name).toBe('ValidationException');
});

it('combines conditions with AND, OR and NOT, with names for reserved words', async () => {
  const Key = await database.put({ status: 'open', points: 3 });
  const close = (expected: string) =>
    database.documents.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'SET seen = :seen',
        ConditionExpression:
          '#s = :x AND attribute_not_exists(y) AND NOT (points < :low OR points > :high)',
        ExpressionAttributeNames: { '#s': 'status' },
        ExpressionAttributeValues: { ':x': expected, ':low': 1, ':high': 5, ':seen': true },
      }),
    );

  await close('open');
  const refusal = await refusalOf(close('closed'));

  expect(refusal.name).toBe('ConditionalCheckFailedException');
});

it('compares maps, lists and sets by their contents', async () => {
  const tree = { a: [1, { b: null }] };
  const Key = await database.put({ tree, tags: new Set(['x', 'y']) });

  const results = {
    sameMap: await holds(Key, 'tree = :v', { ':v': { a: [1, { b: null }] } }),
    otherMap: await holds(Key, 'tree = :v', { ':v': { a: [1, { b: true }] } }),
    unequalMap: await holds(Key, 'tree <> :v', { ':v': { a: [1] } }),
    sameList: await holds(Key, 'tree.a = :v', { ':v': [1, { b: null }] }),
    sameSet: await holds(Key, 'tags = :v', { ':v': new Set(['y', 'x']) }),
    smallerSet: await holds(Key, 'tags = :v', { ':v': new Set(['y']) }),
    member: await holds(Key, 'contains(tags, :v)', { ':v': 'x' }),
  };

  expect(results).toEqual({
    sameMap: true,
    otherMap: false,
    unequalMap: true,
    sameList: true,
    sameSet: true,
    smallerSet: false,
    member: true,
  });
});

it('treats false and the empty string as values', async () => {
  const Key = await database.put({ flag: false, note: '' });

  const results = [
    await holds(Key, 'attribute_exists(flag) AND attribute_exists(note)'),
    await holds(Key, 'flag IN (:f, :one)', { ':f': false, ':one': 1 }),
    await holds(Key, 'attribute_type(flag, :type)', { ':type': 'BOOL' }),
    await holds(Key, 'size(note) = :zero', { ':zero': 0 }),
    await holds(Key, 'note BETWEEN :low AND :high', { ':low': '', ':high': 'a' }),
  ];

  expect(results).toEqual([true, true, true, true, true]);
});

it('orders text by its UTF-8 bytes, numbers by value, and never compares different types', async () => {
  const Key = await database.put({ mark: '\u{1F600}', amount: 9, huge: 10n ** 37n + 1n });

  const results = {
    emojiAfterFullWidth: await holds(Key, 'mark > :v', { ':v': '\uFF5E' }),
    nineBeforeTen: await holds(Key, 'amount < :v', { ':v': 10 }),
    lastOf38Digits: await holds(Key, 'huge > :v', { ':v': 10n ** 37n }),
    numberAndText: await holds(Key, 'amount < :v', { ':v': '10' }),
    missing: await holds(Key, 'nothing < :v', { ':v': 1 }),
  };

  expect(results).toEqual({
    emojiAfterFullWidth: true,
    nineBeforeTen: true,
    lastOf38Digits: true,
    numberAndText: false,
    missing: false,
  });
});

it('refuses an expression that it cannot parse, and a value that none uses', async () => {
  const Key = await database.put();

  const unreadable = await refusalOf(holds(Key, 'attribute_not_exists('));
  const unused = await refusalOf(holds(Key, 'attribute_exists(pk)', { ':unused': 1 }));

  expect(unreadable.name).toBe('ValidationException');
  expect(unused.message).toContain('unused in expressions: keys: {:unused}');
});

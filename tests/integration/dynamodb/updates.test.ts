import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, type Document, openDatabase, refusalOf, TableName } from './database.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

/** The item's attributes after an update, without its key. */
const update = async (Key: Document, UpdateExpression: string, values?: Document) => {
  const command = new UpdateCommand({
    TableName,
    Key,
    UpdateExpression,
    ...(values && { ExpressionAttributeValues: values }),
    ReturnValues: 'ALL_NEW',
  });
  const {
    pk: _pk,
    sk: _sk,
    ...attributes
  } = (await database.documents.send(command)).Attributes ?? {};
  return attributes;
};

it('sets, adds to and removes attributes', async () => {
  const Key = await database.put({ gone: 1, tally: 1, tags: new Set(['a', 'b']) });

  const attributes = await update(
    Key,
    'SET fresh = :fresh REMOVE gone ADD tally :two, extra :two DELETE tags :b',
    { ':fresh': 'new', ':two': 2, ':b': new Set(['b']) },
  );

  expect(attributes).toEqual({ fresh: 'new', tally: 3, extra: 2, tags: new Set(['a']) });
});

it('creates an item that does not exist', async () => {
  const Key = { pk: 'ITEM#new', sk: 'ONLY' };

  const attributes = await update(Key, 'ADD tally :one', { ':one': 1 });

  expect(attributes).toEqual({ tally: 1 });
});

it('sets a path into a map and a list, and refuses one whose parent is missing', async () => {
  const Key = await database.put({ tree: { leaf: 1 }, replies: ['a'] });

  const attributes = await update(Key, 'SET tree.bud = :x, replies[0] = :x, replies[9] = :x', {
    ':x': 'x',
  });
  const refusal = await refusalOf(update(Key, 'SET absent.leaf = :x', { ':x': 'x' }));

  expect(attributes).toEqual({ tree: { leaf: 1, bud: 'x' }, replies: ['x', 'x'] });
  expect(refusal.message).toBe(
    'The document path provided in the update expression is invalid for update',
  );
});

it('computes with the original item, not with the half-changed one', async () => {
  const Key = await database.put({ version: 1, tree: { a: 1 } });

  const attributes = await update(
    Key,
    'SET former = version, twin = tree, tree.a = :two ADD version :one',
    { ':one': 1, ':two': 2 },
  );

  expect(attributes).toEqual({ version: 2, former: 1, tree: { a: 2 }, twin: { a: 1 } });
});

it('removes the named list elements, in whatever order', async () => {
  const Key = await database.put({ replies: ['a', 'b', 'c', 'd'], more: [['a', 'b'], ['c']] });

  const attributes = await update(
    Key,
    'REMOVE replies[0], replies[2], replies[1], more[0], more[1][0]',
  );

  expect(attributes).toEqual({ replies: ['d'], more: [[]] });
});

it('sets sums, first values and longer lists', async () => {
  const Key = await database.put({ points: 5, replies: ['a'] });

  const attributes = await update(
    Key,
    'SET points = points - :two, tally = if_not_exists(tally, :zero) + :two, replies = list_append(replies, :replies), first_points = if_not_exists(points, :zero)',
    { ':two': 2, ':zero': 0, ':replies': ['b', 'c'] },
  );

  expect(attributes).toEqual({ points: 3, tally: 2, replies: ['a', 'b', 'c'], first_points: 5 });
});

it('refuses to change a key, and to add to what is not a number', async () => {
  const Key = await database.put({ words: 'text' });

  const key = await refusalOf(update(Key, 'SET sk = :x', { ':x': 'x' }));
  const type = await refusalOf(update(Key, 'ADD words :one', { ':one': 1 }));

  expect(key.message).toContain('Cannot update attribute sk. This attribute is part of the key');
  expect(type.name).toBe('ValidationException');
});

it('returns the old and the new values that are requested', async () => {
  const Key = await database.put({ tally: 1, extra: 'same' });
  const add = (ReturnValues: 'ALL_OLD' | 'UPDATED_OLD' | 'UPDATED_NEW') =>
    database.documents.send(
      new UpdateCommand({
        TableName,
        Key,
        UpdateExpression: 'ADD tally :one',
        ExpressionAttributeValues: { ':one': 1 },
        ReturnValues,
      }),
    );

  const allOld = await add('ALL_OLD');
  const updatedOld = await add('UPDATED_OLD');
  const updatedNew = await add('UPDATED_NEW');

  expect(allOld.Attributes).toEqual({ ...Key, tally: 1, extra: 'same' });
  expect(updatedOld.Attributes).toEqual({ tally: 2 });
  expect(updatedNew.Attributes).toEqual({ tally: 4 });
});

import {
  type TransactionCanceledException,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Database, type Document, openDatabase, refusalOf, TableName } from './database.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

type Actions = NonNullable<ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems']>;

const write = (TransactItems: Actions) =>
  database.documents.send(new TransactWriteCommand({ TransactItems }));

const canceled = (actions: Actions) => refusalOf<TransactionCanceledException>(write(actions));

const put = (Item: Document, condition = {}) => ({ Put: { TableName, Item, ...condition } });
const increment = (Key: Document, condition = {}) => ({
  Update: {
    TableName,
    Key,
    UpdateExpression: 'ADD tally :one',
    ...condition,
    ExpressionAttributeValues: { ':one': 1 },
  },
});
const isNew = { ConditionExpression: 'attribute_not_exists(pk)' };
const key = (pk: string) => ({ pk, sk: 'ONLY' });

describe('TransactWriteItems', () => {
  it('puts, updates, deletes and checks at once', async () => {
    const [changed, deleted, checked] = [
      await database.put({ tally: 1 }),
      await database.put(),
      await database.put({ open: true }),
    ];

    await write([
      put(key('T#new'), isNew),
      increment(changed),
      { Delete: { TableName, Key: deleted } },
      {
        ConditionCheck: {
          TableName,
          Key: checked,
          ConditionExpression: '#open = :yes',
          ExpressionAttributeNames: { '#open': 'open' },
          ExpressionAttributeValues: { ':yes': true },
        },
      },
    ]);

    expect(await database.get(key('T#new'))).toEqual(key('T#new'));
    expect(await database.get(changed)).toEqual({ ...changed, tally: 2 });
    expect(await database.get(deleted)).toBeUndefined();
    expect(await database.get(checked)).toEqual({ ...checked, open: true });
  });

  it('changes nothing when a condition fails, and reports which, in order', async () => {
    const taken = await database.put({ words: 'mine' });
    const all = { ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } as const;

    const refusal = await canceled([
      put(key('T#none')),
      put(taken, { ...isNew, ...all }),
      increment(await database.put()),
      put({ ...taken, sk: 'MISSING' }, { ConditionExpression: 'attribute_exists(pk)', ...all }),
      put(await database.put(), isNew),
    ]);

    expect(refusal.name).toBe('TransactionCanceledException');
    expect(refusal.message).toBe(
      'Transaction cancelled, please refer cancellation reasons for specific reasons [None, ConditionalCheckFailed, None, ConditionalCheckFailed, ConditionalCheckFailed]',
    );
    const failed = { Code: 'ConditionalCheckFailed', Message: 'The conditional request failed' };
    const item = { pk: { S: taken.pk }, sk: { S: 'ONLY' }, words: { S: 'mine' } };
    expect(refusal.CancellationReasons).toEqual([
      { Code: 'None' },
      { ...failed, Item: item },
      { Code: 'None' },
      failed,
      failed,
    ]);
    expect(await database.get(key('T#none'))).toBeUndefined();
  });

  it('reports an update that does not fit the item as a ValidationError', async () => {
    const Key = await database.put({ tally: 'three' });

    const refusal = await canceled([put(key('T#none')), increment(Key)]);

    expect(refusal.CancellationReasons).toEqual([
      { Code: 'None' },
      {
        Code: 'ValidationError',
        Message: 'An operand in the update expression has an incorrect data type',
      },
    ]);
  });

  it.each([
    ['a put', put({ pk: 5, sk: 'x' }), 'Type mismatch for key pk expected: S actual: N'],
    ['an update', increment({ pk: 5, sk: 'x' }), 'The provided key element does not match'],
    ['a short key', increment({ pk: 'x' }), 'The provided key element does not match the schema'],
  ])('cancels for a key that does not fit the table: %s', async (_name, action, message) => {
    const refusal = await canceled([put(key('T#none')), action]);

    expect(refusal.CancellationReasons?.[1]?.Code).toBe('ValidationError');
    expect(refusal.CancellationReasons?.[1]?.Message).toContain(message);
  });

  it.each([
    [
      'two operations on one item',
      [put(key('T#1')), { Delete: { TableName, Key: key('T#1') } }],
      'Transaction request cannot include multiple operations on one item',
    ],
    ['no action', [], 'Member must have length greater than or equal to 1'],
    [
      'more than 100 actions',
      Array.from({ length: 101 }, (_, number) => put(key(`T#${number}`))),
      'Member must have length less than or equal to 100',
    ],
    ['an empty action', [{}], 'can only contain one of Check, Put, Update or Delete'],
    [
      'an action of two kinds',
      [{ ...put(key('T#1')), ...increment(key('T#2')) }],
      'can only contain one of Check, Put, Update or Delete',
    ],
    ['an empty key', [put(key(''))], 'cannot contain an empty string value. Key: pk'],
    [
      'an unreadable condition, even after a missing table',
      [
        { Put: { TableName: 'missing', Item: key('T#1') } },
        put(key('T#2'), { ConditionExpression: 'attribute_not_exists(' }),
      ],
      'Invalid ConditionExpression: Syntax error',
    ],
    [
      'an item over 400 KB',
      [put({ ...key('T#1'), words: '😀'.repeat(102_500) })],
      'Item size has exceeded the maximum allowed size',
    ],
    [
      'items over 4 MB in all',
      Array.from({ length: 11 }, (_, number) =>
        put({ ...key(`T#${number}`), words: 'x'.repeat(400_000) }),
      ),
      'The aggregate size of the items in the transaction cannot exceed 4 MB',
    ],
  ])('refuses %s', async (_name, actions, message) => {
    const refusal = await refusalOf(write(actions as Actions));

    expect(refusal.name).toBe('ValidationException');
    expect(refusal.message).toContain(message);
    expect(await database.get(key('T#1'))).toBeUndefined();
  });

  it('accepts 100 actions, and 4 MB', async () => {
    const hundred = Array.from({ length: 100 }, (_, number) =>
      put({ ...key(`HUNDRED#${number}`), words: 'x'.repeat(41_000) }),
    );

    await write(hundred);

    expect(await database.get(key('HUNDRED#99'))).toBeDefined();
  });

  it('refuses an update that grows its item over 400 KB, with its reason', async () => {
    const Key = await database.put({ words: 'x'.repeat(300_000) });
    const grow = {
      Update: {
        TableName,
        Key,
        UpdateExpression: 'SET more = :more',
        ExpressionAttributeValues: { ':more': 'x'.repeat(200_000) },
      },
    };

    const refusal = await canceled([put(key('T#none')), grow]);

    expect(refusal.CancellationReasons?.[1]).toEqual({
      Code: 'ValidationError',
      Message: 'Item size to update has exceeded the maximum allowed size',
    });
    expect(await database.get(key('T#none'))).toBeUndefined();
  });

  it('refuses a missing table, a wrong type and a missing member as AWS does', async () => {
    const missing = await refusalOf(write([{ Put: { TableName: 'missing', Item: key('T#1') } }]));
    const unchecked = await refusalOf(
      database.client.send(
        new TransactWriteItemsCommand({
          TransactItems: [
            {
              Update: {
                TableName,
                Key: { pk: { S: 'a' }, sk: { S: 'b' } },
                UpdateExpression: undefined,
              },
            },
          ],
        }),
      ),
    );
    const wrongType = await fetch(database.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': 'DynamoDB_20120810.TransactWriteItems', authorization: 'AWS4-x' },
      body: '{"TransactItems": "none"}',
    });

    expect(missing.name).toBe('ResourceNotFoundException');
    expect(unchecked.message).toContain(
      "Value null at 'transactItems.1.member.update.updateExpression' failed to satisfy constraint: Member must not be null",
    );
    expect((await wrongType.json()).__type).toContain('SerializationException');
  });
});

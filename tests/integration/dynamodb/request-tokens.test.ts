import { TransactWriteCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, type Document, openDatabase, refusalOf, TableName } from './database.ts';

let database: Database;
let time = Date.parse('2026-11-23T12:00:00Z');
beforeAll(async () => {
  database = await openDatabase({ now: () => time });
});
afterAll(() => database.close());

type Actions = NonNullable<ConstructorParameters<typeof TransactWriteCommand>[0]['TransactItems']>;

const write = (TransactItems: Actions, ClientRequestToken: string) =>
  database.documents.send(new TransactWriteCommand({ TransactItems, ClientRequestToken }));

const increment = (Key: Document, ConditionExpression?: string) => ({
  Update: {
    TableName,
    Key,
    UpdateExpression: 'ADD tally :one',
    ConditionExpression,
    ExpressionAttributeValues: { ':one': 1 },
  },
});

it('runs a transaction once, however often it is sent', async () => {
  const Key = await database.put({ tally: 0 });

  for (let repeat = 0; repeat < 3; repeat++) await write([increment(Key)], 'once');

  expect((await database.get(Key))?.tally).toBe(1);
});

it('refuses another transaction under the same token', async () => {
  const Key = await database.put({ tally: 0 });
  await write([increment(Key)], 'other');

  const refusal = await refusalOf(write([increment(await database.put())], 'other'));

  expect(refusal.name).toBe('IdempotentParameterMismatchException');
});

it('tries a canceled transaction again', async () => {
  const Key = { pk: 'TOKEN#late', sk: 'ONLY' };
  const actions = [increment(Key, 'attribute_exists(pk)')];
  await refusalOf(write(actions, 'canceled'));
  await database.put({ tally: 0 }, Key);

  await write(actions, 'canceled');

  expect((await database.get(Key))?.tally).toBe(1);
});

it('forgets a token after ten minutes', async () => {
  const Key = await database.put({ tally: 0 });
  await write([increment(Key)], 'old');

  time += 10 * 60 * 1000 - 1;
  await write([increment(Key)], 'old');
  const before = await database.get(Key);
  time += 1;
  await write([increment(Key)], 'old');

  expect(before?.tally).toBe(1);
  expect((await database.get(Key))?.tally).toBe(2);
});

it('accepts the members of an object in any order as the same request', async () => {
  const send = (body: string) =>
    fetch(database.endpoint, {
      method: 'POST',
      headers: {
        'x-amz-target': 'DynamoDB_20120810.TransactWriteItems',
        authorization: 'AWS4-x',
      },
      body,
    });
  const item = '"pk": {"S": "T#order"}, "sk": {"S": "ONLY"}';
  const reversed = '"sk": {"S": "ONLY"}, "pk": {"S": "T#order"}';
  const body = (members: string) =>
    `{"ClientRequestToken": "order", "TransactItems": [{"Put": {"TableName": "${TableName}", "Item": {${members}}}}]}`;

  const answers = [await send(body(item)), await send(body(reversed))];

  expect(answers.map(({ status }) => status)).toEqual([200, 200]);
});

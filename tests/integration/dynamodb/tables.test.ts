import { DescribeTableCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTable, type Database, openDatabase, refusalOf } from './database.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

const Item = { pk: { S: 'a' }, sk: { S: 'b' } };

it('has a table as soon as it is created', async () => {
  const { client } = database;

  const created = await createTable(client, 'passing');
  const described = await client.send(new DescribeTableCommand({ TableName: 'passing' }));
  await client.send(new PutItemCommand({ TableName: 'passing', Item }));
  const missing = await refusalOf(client.send(new DescribeTableCommand({ TableName: 'missing' })));

  expect(created.TableDescription?.TableStatus).toBe('CREATING');
  expect(described.Table?.TableStatus).toBe('ACTIVE');
  expect(described.Table?.GlobalSecondaryIndexes?.[0]?.IndexStatus).toBe('ACTIVE');
  expect(missing.name).toBe('ResourceNotFoundException');
});

it('refuses a second table with the same name, and items for a missing table', async () => {
  const { client } = database;

  const second = await refusalOf(createTable(client));
  const missing = await refusalOf(client.send(new PutItemCommand({ TableName: 'missing', Item })));

  expect(second.name).toBe('ResourceInUseException');
  expect(missing.name).toBe('ResourceNotFoundException');
});

it('refuses an unknown operation, and a body that is not JSON, as AWS does', async () => {
  const send = (target: string, body: string) =>
    fetch(database.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': `DynamoDB_20120810.${target}`, authorization: 'AWS4-HMAC-SHA256' },
      body,
    });

  const unknown = await send('TransactGetItems', '{}');
  const broken = await send('GetItem', '{');
  const wrongType = await send('GetItem', '{"TableName": 1}');
  const nothing = await send('TransactWriteItems', '{"TransactItems": [null]}');

  expect([unknown.status, broken.status, wrongType.status]).toEqual([400, 400, 400]);
  expect((await nothing.json()).__type).toContain('ValidationException');
  expect((await unknown.json()).__type).toContain('UnknownOperationException');
  expect((await broken.json()).__type).toContain('SerializationException');
  expect((await wrongType.json()).__type).toContain('SerializationException');
});

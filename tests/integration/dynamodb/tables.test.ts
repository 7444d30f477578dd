import {
  DeleteTableCommand,
  DescribeTableCommand,
  ListTablesCommand,
  ListTagsOfResourceCommand,
  PutItemCommand,
  ScanCommand,
  TagResourceCommand,
  UpdateTableCommand,
} from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createTable, type Database, openDatabase, refusalOf, TableName } from './database.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

const Item = { pk: { S: 'a' }, sk: { S: 'b' } };

it('has a table as soon as it is created, and no longer once it is deleted', async () => {
  const { client } = database;

  const created = await createTable(client, 'passing');
  const described = await client.send(new DescribeTableCommand({ TableName: 'passing' }));
  await client.send(new PutItemCommand({ TableName: 'passing', Item }));
  await client.send(new DeleteTableCommand({ TableName: 'passing' }));
  const listed = await client.send(new ListTablesCommand({}));
  const missing = await refusalOf(client.send(new DescribeTableCommand({ TableName: 'passing' })));

  expect(created.TableDescription?.TableStatus).toBe('CREATING');
  expect(described.Table?.TableStatus).toBe('ACTIVE');
  expect(described.Table?.GlobalSecondaryIndexes?.[0]?.IndexStatus).toBe('ACTIVE');
  expect(listed.TableNames).toEqual([TableName]);
  expect(missing.name).toBe('ResourceNotFoundException');
});

it('deletes the items with their table', async () => {
  const { client } = database;
  await createTable(client, 'renewed');
  await client.send(new PutItemCommand({ TableName: 'renewed', Item }));

  await client.send(new DeleteTableCommand({ TableName: 'renewed' }));
  await createTable(client, 'renewed');
  const scanned = await client.send(new ScanCommand({ TableName: 'renewed' }));

  expect(scanned.Count).toBe(0);
  await client.send(new DeleteTableCommand({ TableName: 'renewed' }));
});

it('refuses a second table of a name, and items for a table that is missing', async () => {
  const { client } = database;

  const second = await refusalOf(createTable(client));
  const missing = await refusalOf(client.send(new PutItemCommand({ TableName: 'missing', Item })));

  expect(second.name).toBe('ResourceInUseException');
  expect(missing.name).toBe('ResourceNotFoundException');
});

it('says that it adds no index to a table that is there', async () => {
  const GlobalSecondaryIndexUpdates = [{ Delete: { IndexName: 'gsi1' } }];

  const refusal = await refusalOf(
    database.client.send(new UpdateTableCommand({ TableName, GlobalSecondaryIndexUpdates })),
  );

  expect(refusal.name).toBe('ValidationException');
});

it('keeps tags', async () => {
  const { client } = database;
  const described = await client.send(new DescribeTableCommand({ TableName }));
  const ResourceArn = described.Table?.TableArn;
  const Tags = [{ Key: 'stage', Value: 'local' }];

  await client.send(new TagResourceCommand({ ResourceArn, Tags }));
  const listed = await client.send(new ListTagsOfResourceCommand({ ResourceArn }));

  expect(listed.Tags).toEqual(Tags);
});

it('answers an operation it does not have, and a body that is no JSON, as AWS does', async () => {
  const send = (target: string, body: string) =>
    fetch(database.endpoint, {
      method: 'POST',
      headers: { 'x-amz-target': `DynamoDB_20120810.${target}`, authorization: 'AWS4-HMAC-SHA256' },
      body,
    });

  const unknown = await send('ExecuteStatement', '{}');
  const broken = await send('GetItem', '{');
  const wrongType = await send('GetItem', '{"TableName": 1}');
  const nothing = await send('TransactWriteItems', '{"TransactItems": [null]}');

  expect([unknown.status, broken.status, wrongType.status]).toEqual([400, 400, 400]);
  expect((await nothing.json()).__type).toContain('ValidationException');
  expect((await unknown.json()).__type).toContain('UnknownOperationException');
  expect((await broken.json()).__type).toContain('SerializationException');
  expect((await wrongType.json()).__type).toContain('SerializationException');
});

import { DescribeTableCommand, UpdateTableCommand } from '@aws-sdk/client-dynamodb';
import { PutCommand, QueryCommand } from '@aws-sdk/lib-dynamodb';
import { beforeAll, expect, it, vi } from 'vitest';
import { startDynamoDb } from '../../../local/dynamodb/dynamodb.ts';
import { ensureTable } from '../../../local/tables.ts';
import { dataFolder } from '../../support/data-folder.ts';
import { connect, createTable, openDatabase, refusalOf, TableName } from './database.ts';

beforeAll(() => {
  const environment = { REGION: 'us-east-1', ACCESS_KEY_ID: 'local', SECRET_ACCESS_KEY: 'local' };
  for (const [name, value] of Object.entries(environment)) vi.stubEnv(`AWS_${name}`, value);
});

const listed = { gsi2pk: 'LIST', gsi2sk: '2026' };

it('gives a table of the version before its second index, with what is in it and what comes', async () => {
  const folder = await dataFolder();
  const before = await startDynamoDb({ folder });
  const first = connect(before.endpoint);
  await createTable(first.client);
  for (const [pk, attributes] of Object.entries({
    old: listed,
    unlisted: {},
    wrong: { ...listed, gsi2sk: 7 },
  })) {
    await first.documents.send(
      new PutCommand({ TableName, Item: { pk, sk: 'ONLY', ...attributes } }),
    );
  }
  first.client.destroy();
  await before.close();

  const after = await startDynamoDb({ folder });
  const { client, documents } = connect(after.endpoint);
  for (const _start of [1, 2]) await ensureTable(after.endpoint, TableName);
  await documents.send(new PutCommand({ TableName, Item: { pk: 'new', sk: 'ONLY', ...listed } }));

  const { Items } = await documents.send(
    new QueryCommand({
      TableName,
      IndexName: 'gsi2',
      KeyConditionExpression: 'gsi2pk = :pk',
      ExpressionAttributeValues: { ':pk': 'LIST' },
    }),
  );
  const { Table } = await client.send(new DescribeTableCommand({ TableName }));
  client.destroy();
  await after.close();
  expect(Items?.map(({ pk }) => pk).sort()).toEqual(['new', 'old']);
  expect(Table?.GlobalSecondaryIndexes?.map((it) => [it.IndexName, it.IndexStatus])).toEqual([
    ['gsi1', 'ACTIVE'],
    ['gsi2', 'ACTIVE'],
  ]);
});

it('refuses what is no new index, as DynamoDB does', async () => {
  const database = await openDatabase();
  const index = (IndexName: string, AttributeName: string) => ({
    Create: {
      IndexName,
      KeySchema: [{ AttributeName, KeyType: 'HASH' as const }],
      Projection: { ProjectionType: 'ALL' as const },
    },
  });

  for (const [updates, message] of [
    [[index('gsi1', 'gsi1pk')], /already exists/],
    [[index('gsi3', 'unknown')], /not defined/],
    [[{ Delete: { IndexName: 'gsi1' } }], /Only one index can be created/],
    [[index('gsi2', 'gsi1pk'), index('gsi3', 'gsi1pk')], /Only one index can be created/],
  ] as const) {
    const update = new UpdateTableCommand({
      TableName,
      AttributeDefinitions: [{ AttributeName: 'gsi1pk', AttributeType: 'S' }],
      GlobalSecondaryIndexUpdates: [...updates],
    });
    const refusal = await refusalOf(database.client.send(update));
    expect([refusal.name, refusal.message]).toEqual([
      'ValidationException',
      expect.stringMatching(message),
    ]);
  }
  await database.close();
});

import {
  DeleteTableCommand,
  DescribeTimeToLiveCommand,
  UpdateTimeToLiveCommand,
} from '@aws-sdk/client-dynamodb';
import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTable, type Database, openDatabase, refusalOf, TableName } from './database.ts';

const start = Date.parse('2026-11-23T12:00:00Z');
let time = start;
let database: Database;
beforeEach(async () => {
  time = start;
  database = await openDatabase({ now: () => time, expireEveryMs: 5 });
});
afterEach(() => database.close());

const set = (AttributeName: string, Enabled: boolean) =>
  database.client.send(
    new UpdateTimeToLiveCommand({
      TableName,
      TimeToLiveSpecification: { AttributeName, Enabled },
    }),
  );
const describeTimeToLive = async (name = TableName) => {
  const command = new DescribeTimeToLiveCommand({ TableName: name });
  return (await database.client.send(command)).TimeToLiveDescription;
};

it('is switched on and off, and says how it is', async () => {
  const before = await describeTimeToLive();
  const answer = await set('expires', true);
  const on = await describeTimeToLive();
  await set('expires', false);
  const off = await describeTimeToLive();

  expect(before).toEqual({ TimeToLiveStatus: 'DISABLED' });
  expect(answer.TimeToLiveSpecification).toEqual({ AttributeName: 'expires', Enabled: true });
  expect(on).toEqual({ TimeToLiveStatus: 'ENABLED', AttributeName: 'expires' });
  expect(off).toEqual({ TimeToLiveStatus: 'DISABLED' });
});

it('refuses to be as it is, on another attribute, or of a missing table', async () => {
  const disabled = await refusalOf(set('expires', false));
  await set('expires', true);

  const enabled = await refusalOf(set('expires', true));
  const another = await refusalOf(set('until', true));
  const missing = await refusalOf(describeTimeToLive('missing'));

  expect(disabled.message).toBe('TimeToLive is already disabled');
  expect(enabled.message).toBe('TimeToLive is already enabled');
  expect(another.message).toContain('current AttributeName is expires');
  expect(missing.name).toBe('ResourceNotFoundException');
});

it('ends with its table', async () => {
  await set('expires', true);

  await database.client.send(new DeleteTableCommand({ TableName }));
  await createTable(database.client);

  expect(await describeTimeToLive()).toEqual({ TimeToLiveStatus: 'DISABLED' });
});

it('deletes what has expired, with its index entry, and nothing else', async () => {
  const seconds = start / 1000;
  const entry = (gsi1sk: string) => ({ gsi1pk: 'EXPIRY', gsi1sk });
  const expired = await database.put({ expires: seconds + 10, ...entry('1') });
  const kept = [
    await database.put({ expires: seconds + 100, ...entry('2') }),
    await database.put({ expires: String(seconds - 10) }),
    await database.put({ expires: (seconds - 6 * 365 * 24 * 3600) * 1 }),
    await database.put(),
  ];
  await set('expires', true);

  time += 11_000;
  await vi.waitFor(async () => expect(await database.get(expired)).toBeUndefined());

  const listed = await database.documents.send(
    new QueryCommand({
      TableName,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :pk',
      ExpressionAttributeValues: { ':pk': 'EXPIRY' },
    }),
  );
  expect(listed.Items?.map(({ gsi1sk }) => gsi1sk)).toEqual(['2']);
  for (const key of kept) expect(await database.get(key)).toBeDefined();
});

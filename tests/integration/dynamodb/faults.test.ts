import type { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { TransactWriteCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { afterEach, expect, it } from 'vitest';
import { conflictFor } from '../../../local/dynamodb/fault.ts';
import { InjectedFault } from '../../../local/wire/fault.ts';
import { connect, type Database, openDatabase, refusalOf, TableName } from './database.ts';

let database: Database;
afterEach(() => database.close());

type Fault = InjectedFault['kind'] | 'conflict';

/** A database that, once armed, fails once in the given phase. */
const openFaulty = async (kind: Fault, phase: 'before' | 'after') => {
  let isArmed = false;
  const seen: string[] = [];
  database = await openDatabase({
    onRequest(operation, input, at) {
      seen.push(`${operation} ${at}`);
      if (!isArmed || at !== phase) return;
      isArmed = false;
      throw kind === 'conflict' ? conflictFor(input) : new InjectedFault(kind);
    },
  });
  const arm = () => {
    isArmed = true;
  };
  return { arm, seen };
};

const Key = { pk: 'FAULT', sk: 'ONLY' };
const increment = {
  TableName,
  Key,
  UpdateExpression: 'ADD tally :one',
  ExpressionAttributeValues: { ':one': 1 },
};
const transaction = () =>
  new TransactWriteCommand({
    TransactItems: [{ Update: increment }, { Put: { TableName, Item: { ...Key, sk: 'AUDIT' } } }],
  });

it.each([
  ['throttle', 'ProvisionedThroughputExceededException', 400],
  ['unavailable', 'InternalServerError', 503],
  ['access-denied', 'AccessDeniedException', 400],
] as const)('returns %s in place of the work', async (kind, name, status) => {
  const { arm } = await openFaulty(kind, 'before');
  arm();

  const refusal = await refusalOf(database.documents.send(transaction()));

  expect(refusal).toMatchObject({ name, $metadata: { httpStatusCode: status } });
  expect(await database.get(Key)).toBeUndefined();
});

it('reports a conflict to a transaction and to a single write as DynamoDB does', async () => {
  const { arm } = await openFaulty('conflict', 'before');

  arm();
  const canceled = await refusalOf<TransactionCanceledException>(
    database.documents.send(transaction()),
  );
  arm();
  const conflict = await refusalOf(database.documents.send(new UpdateCommand(increment)));

  expect(canceled.name).toBe('TransactionCanceledException');
  expect(canceled.CancellationReasons?.map(({ Code }) => Code)).toEqual([
    'TransactionConflict',
    'TransactionConflict',
  ]);
  expect(conflict.name).toBe('TransactionConflictException');
  expect(await database.get(Key)).toBeUndefined();
});

it.each(['before', 'after'] as const)(
  'runs a transaction once when the connection is cut %s it and the SDK sends it again',
  async (phase) => {
    const { arm } = await openFaulty('drop', phase);
    const { client, documents } = connect(database.endpoint, 3);
    arm();

    const answer = await documents.send(transaction());

    expect(answer.$metadata.attempts).toBe(2);
    expect((await database.get(Key))?.tally).toBe(1);
    client.destroy();
  },
);

it('loses the reply but not the write when cut after it', async () => {
  const { arm } = await openFaulty('drop', 'after');
  arm();

  const refusal = await refusalOf(database.documents.send(new UpdateCommand(increment)));

  expect(refusal).toBeInstanceOf(Error);
  expect((await database.get(Key))?.tally).toBe(1);
});

it('calls the hook for each operation', async () => {
  const seen: string[] = [];
  database = await openDatabase({
    onRequest(operation, input, phase) {
      seen.push(`${operation} ${phase}`);
      if (operation === 'UpdateItem' && phase === 'before') {
        expect(input).toMatchObject({ TableName, Key: { pk: { S: 'FAULT' } } });
        throw new InjectedFault('throttle');
      }
    },
  });

  const refusal = await refusalOf(database.documents.send(new UpdateCommand(increment)));
  await database.documents.send(transaction());

  expect(refusal.name).toBe('ProvisionedThroughputExceededException');
  expect(seen).toEqual([
    'CreateTable before',
    'CreateTable after',
    'UpdateItem before',
    'TransactWriteItems before',
    'TransactWriteItems after',
  ]);
});

import {
  ConditionalCheckFailedException,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  ConditionFailed,
  queryFrom,
  transact,
  type WriteAction,
} from '../../../shared/table/client.ts';
import { scriptedTable } from '../../support/scripted-client.ts';

const failure = { message: 'failed', $metadata: {} };
const cancelled = (...codes: (string | undefined)[]) =>
  new TransactionCanceledException({
    ...failure,
    CancellationReasons: codes.map((Code) => (Code === undefined ? {} : { Code })),
  });
const action: WriteAction = { Put: { TableName: 'scripted', Item: { pk: 'a', sk: 'b' } } };

// The pauses between attempts are random; the shortest is none.
beforeEach(() => void vi.spyOn(Math, 'random').mockReturnValue(0));
afterEach(() => void vi.restoreAllMocks());

describe('a transaction', () => {
  it('is sent once if it succeeds', async () => {
    const { table, sent } = scriptedTable({});

    await transact(table, [action]);

    expect(sent).toMatchObject([
      { command: 'TransactWriteItemsCommand', input: { TransactItems: [action] } },
    ]);
  });

  it.each([
    ['a conflict', cancelled('None', 'TransactionConflict')],
    ['a throttle', cancelled('ThrottlingError', 'None')],
    ['a cancellation without a reason', cancelled(undefined)],
    ['the same transaction still under way', new TransactionInProgressException(failure)],
  ])('is sent again after %s', async (_name, error) => {
    const { table, sent } = scriptedTable(error, error, {});

    await transact(table, [action]);

    expect(sent).toHaveLength(3);
    // One that was committed although its reply was lost is not done again.
    expect(new Set(sent.map(({ input }) => input.ClientRequestToken)).size).toBe(1);
  });

  it('gives up after six attempts and says that a retry may help', async () => {
    const cause = cancelled('TransactionConflict');
    const { table, sent } = scriptedTable(...Array(9).fill(cause));

    await expect(transact(table, [action])).rejects.toMatchObject({
      code: 'conflict',
      retry_after: 1,
      cause,
    });

    expect(sent).toHaveLength(6);
  });

  it('throttled at every attempt throws that error unchanged, as nobody else was involved', async () => {
    const throttled = cancelled('ThrottlingError', 'None');
    const { table, sent } = scriptedTable(...Array(9).fill(throttled));

    await expect(transact(table, [action])).rejects.toBe(throttled);

    expect(sent).toHaveLength(6);
  });

  it('that stays under way throws that error unchanged, as it may have been written', async () => {
    const error = new TransactionInProgressException(failure);
    const { table, sent } = scriptedTable(...Array(9).fill(error));

    await expect(transact(table, [action])).rejects.toBe(error);

    expect(sent).toHaveLength(6);
  });

  it('asks for the item of every condition, and for no other', async () => {
    const { table, sent } = scriptedTable({});
    const conditional: WriteAction = {
      Put: { TableName: 'scripted', Item: { pk: 'a', sk: 'c' }, ConditionExpression: 'a = :b' },
    };

    await transact(table, [action, conditional]);

    expect(sent[0]?.input.TransactItems).toEqual([
      action,
      { Put: { ...conditional.Put, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } },
    ]);
  });

  it.each([
    ['alone', cancelled('ConditionalCheckFailed')],
    ['among others that held', cancelled('None', 'ConditionalCheckFailed')],
    ['together with a conflict', cancelled('TransactionConflict', 'ConditionalCheckFailed')],
  ])('that fails a condition, %s, says so and is not sent again', async (_name, error) => {
    const { table, sent } = scriptedTable(error);

    const outcome = transact(table, [action, action]);

    await expect(outcome).rejects.toBeInstanceOf(ConditionFailed);
    await expect(outcome).rejects.toMatchObject({ cause: error });
    expect(sent).toHaveLength(1);
  });

  it.each([
    ['a wrong request', cancelled('ValidationError')],
    ['too large a collection', cancelled('ItemCollectionSizeLimitExceeded', 'TransactionConflict')],
    ['another error of the service', new ConditionalCheckFailedException(failure)],
    ['a lost connection', new Error('socket hang up')],
  ])('that fails with %s throws that error unchanged', async (_name, error) => {
    const { table, sent } = scriptedTable(error);

    await expect(transact(table, [action])).rejects.toBe(error);

    expect(sent).toHaveLength(1);
  });
});

describe('a query', () => {
  it('reads one partition from a key on, consistently', async () => {
    const { table, sent } = scriptedTable({ Items: [{ sk: 'E' }] });

    const items = await queryFrom(table, 'INTERVIEW#1', 'E');

    expect(items).toEqual([{ sk: 'E' }]);
    expect(sent).toMatchObject([
      {
        command: 'QueryCommand',
        input: {
          TableName: 'scripted',
          ConsistentRead: true,
          ExpressionAttributeValues: { ':pk': 'INTERVIEW#1', ':from': 'E' },
        },
      },
    ]);
  });

  it('reads all pages', async () => {
    const { table, sent } = scriptedTable(
      { Items: [{ sk: 'E' }], LastEvaluatedKey: { pk: 'p', sk: 'E' } },
      { Items: [], LastEvaluatedKey: { pk: 'p', sk: 'F' } },
      { Items: [{ sk: 'G' }] },
    );

    const items = await queryFrom(table, 'p', 'E');

    expect(items).toEqual([{ sk: 'E' }, { sk: 'G' }]);
    expect(sent.map(({ input }) => input.ExclusiveStartKey)).toEqual([
      undefined,
      { pk: 'p', sk: 'E' },
      { pk: 'p', sk: 'F' },
    ]);
  });

  it('may find nothing', async () => {
    const { table } = scriptedTable({});

    expect(await queryFrom(table, 'p', 'E')).toEqual([]);
  });
});

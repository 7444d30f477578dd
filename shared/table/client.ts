import { randomUUID } from 'node:crypto';
import {
  DynamoDBClient,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  GetCommand,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';
import { unmarshall } from '@aws-sdk/util-dynamodb';
import { conflict } from '../domain/errors.ts';
import { logged } from '../http/log.ts';

/** The one table, and the client that reaches it. */
export interface Table {
  name: string;
  client: DynamoDBDocumentClient;
}

export type WriteAction = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type Item = Record<string, unknown>;

/** Connects to the table, at the endpoint of the environment (`AWS_ENDPOINT_URL_DYNAMODB`). */
export const connectTable = (name: string): Table => ({
  name,
  client: DynamoDBDocumentClient.from(logged(new DynamoDBClient({ maxAttempts: 4 })), {
    marshallOptions: { removeUndefinedValues: true },
  }),
});

/** A function of the table, with the table already given. */
export type Bound<Fn> = Fn extends (table: Table, ...rest: infer Rest) => infer Made
  ? (...rest: Rest) => Made
  : never;

/** Binds the table to its functions: `bind(table, { readInterview })` reads without naming it. */
export const bind = <Fns extends Record<string, (table: Table, ...rest: never[]) => unknown>>(
  table: Table,
  fns: Fns,
) =>
  Object.fromEntries(
    Object.entries(fns).map(([name, fn]) => [name, (...rest: never[]) => fn(table, ...rest)]),
  ) as { [Name in keyof Fns]: Bound<Fns[Name]> };

/** A write that lost: one of its conditions did not hold, and nothing was written. */
export class ConditionFailed extends Error {
  /** The items whose conditions did not hold, by sort key: as they are now, or null if missing. */
  readonly lost: ReadonlyMap<string, Item | null>;
  constructor(lost: Iterable<readonly [string, Item | null]> = [], options?: ErrorOptions) {
    super('A condition of the write did not hold', options);
    this.name = 'ConditionFailed';
    this.lost = new Map(lost);
  }
}

const mostAttempts = 6;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const codesOf = (error: unknown) =>
  error instanceof TransactionCanceledException
    ? (error.CancellationReasons ?? []).map(({ Code }) => Code)
    : null;

/** Whether trying again can help: the table was busy, or others were in progress. */
const passes = (error: unknown) =>
  error instanceof TransactionInProgressException ||
  codesOf(error)?.every((code) =>
    [undefined, 'None', 'TransactionConflict', 'ThrottlingError'].includes(code),
  );

const sortKeyOf = ({ Put, Update, Delete, ConditionCheck }: WriteAction) =>
  String((Put?.Item ?? Update?.Key ?? Delete?.Key ?? ConditionCheck?.Key)?.sk);

/** Has each condition that fails return the item that it failed on. */
const returningItems = (action: WriteAction): WriteAction => {
  const [[verb, part] = []] = Object.entries(action);
  if (!verb || !part?.ConditionExpression) return action;
  return { [verb]: { ...part, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' } };
};

const lostBy = (actions: readonly WriteAction[], error: TransactionCanceledException) =>
  (error.CancellationReasons ?? []).flatMap(({ Code, Item }, n) => {
    const action = actions[n];
    if (!action || Code !== 'ConditionalCheckFailed') return [];
    return [[sortKeyOf(action), Item ? unmarshall(Item) : null] as const];
  });

/**
 * Writes all actions or none, under one ClientRequestToken for all attempts: a write that was
 * committed although its reply was lost is not repeated.
 * The SDK does not retry a conflict with another transaction, so that is done here.
 * @throws ConditionFailed if a condition did not hold, AppError conflict after the last attempt
 */
export const transact = async (
  table: Table,
  actions: WriteAction[],
  { attempts = mostAttempts } = {},
): Promise<void> => {
  const input = { TransactItems: actions.map(returningItems), ClientRequestToken: randomUUID() };
  for (let attempt = 1; ; attempt++) {
    try {
      await table.client.send(new TransactWriteCommand(input));
      return;
    } catch (error) {
      if (passes(error)) {
        if (attempt < attempts) {
          await pause(Math.random() * 20 * 2 ** attempt);
          continue;
        }
        throw codesOf(error)?.includes('TransactionConflict') ? conflict(error) : error;
      }
      const lost = error instanceof TransactionCanceledException ? lostBy(actions, error) : [];
      throw lost.length > 0 ? new ConditionFailed(lost, { cause: error }) : error;
    }
  }
};

/**
 * Does over what has read an interview, when its write failed because another request was faster.
 * @throws AppError conflict after the last attempt
 */
export const overIfOvertaken = async <Made>(work: () => Promise<Made>): Promise<Made> => {
  for (let attempt = 1; attempt < mostAttempts; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ConditionFailed)) throw error;
    }
  }
  throw conflict();
};

/** One item, consistent; undefined if there is none. */
export const getItem = async (table: Table, pk: string, sk: string): Promise<Item | undefined> => {
  const { Item } = await table.client.send(
    new GetCommand({ TableName: table.name, Key: { pk, sk }, ConsistentRead: true }),
  );
  return Item;
};

/** All items of a partition whose sort key is `from` or later; consistent, in key order. */
export const queryFrom = (table: Table, pk: string, from: string): Promise<Item[]> =>
  queryAll(table, 'pk = :pk AND sk >= :from', { ':pk': pk, ':from': from });

/** All items of a partition with a sort key from `from` to `to`; consistent, in key order. */
export const queryBetween = (table: Table, pk: string, from: string, to: string): Promise<Item[]> =>
  queryAll(table, 'pk = :pk AND sk BETWEEN :from AND :to', { ':pk': pk, ':from': from, ':to': to });

const queryAll = async (table: Table, condition: string, values: Item): Promise<Item[]> => {
  const items: Item[] = [];
  let next: Item | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: condition,
        ExpressionAttributeValues: values,
        ConsistentRead: true,
        ...(next && { ExclusiveStartKey: next }),
      }),
    );
    items.push(...(page.Items ?? []));
    next = page.LastEvaluatedKey;
  } while (next);
  return items;
};

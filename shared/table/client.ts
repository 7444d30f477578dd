import {
  DynamoDBClient,
  TransactionCanceledException,
  TransactionInProgressException,
} from '@aws-sdk/client-dynamodb';
import {
  DynamoDBDocumentClient,
  QueryCommand,
  TransactWriteCommand,
  type TransactWriteCommandInput,
} from '@aws-sdk/lib-dynamodb';

/** The one table, and the client that reaches it. */
export interface Table {
  name: string;
  client: DynamoDBDocumentClient;
}

export type WriteAction = NonNullable<TransactWriteCommandInput['TransactItems']>[number];
export type Item = Record<string, unknown>;

/** Connects to the table; where it is, the environment says (`AWS_ENDPOINT_URL_DYNAMODB`). */
export const connectTable = (name: string): Table => ({
  name,
  client: DynamoDBDocumentClient.from(new DynamoDBClient({ maxAttempts: 4 }), {
    marshallOptions: { removeUndefinedValues: true },
  }),
});

/** A write that lost: one of its conditions did not hold, and nothing was written. */
export class ConditionFailed extends Error {
  constructor(options?: ErrorOptions) {
    super('A condition of the write did not hold', options);
    this.name = 'ConditionFailed';
  }
}

const attempts = 6;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const isConflict = (error: unknown) =>
  error instanceof TransactionInProgressException ||
  (error instanceof TransactionCanceledException &&
    (error.CancellationReasons ?? []).every((reason) =>
      [undefined, 'None', 'TransactionConflict', 'ThrottlingError'].includes(reason.Code),
    ));

/**
 * Writes all actions or none.
 * The SDK repeats a lost request under the same ClientRequestToken; a conflict with another
 * transaction it does not repeat, so that is done here.
 * @throws ConditionFailed where a condition did not hold
 */
export const transact = async (table: Table, actions: WriteAction[]): Promise<void> => {
  for (let attempt = 1; ; attempt++) {
    try {
      await table.client.send(new TransactWriteCommand({ TransactItems: actions }));
      return;
    } catch (error) {
      if (isConflict(error) && attempt < attempts) {
        await pause(Math.random() * 20 * 2 ** attempt);
        continue;
      }
      const failed =
        error instanceof TransactionCanceledException &&
        error.CancellationReasons?.some((reason) => reason.Code === 'ConditionalCheckFailed');
      throw failed ? new ConditionFailed({ cause: error }) : error;
    }
  }
};

/** All items of a partition whose sort key is `from` or later; consistent, in order of the key. */
export const queryFrom = async (table: Table, pk: string, from: string): Promise<Item[]> => {
  const items: Item[] = [];
  let next: Item | undefined;
  do {
    const page = await table.client.send(
      new QueryCommand({
        TableName: table.name,
        KeyConditionExpression: 'pk = :pk AND sk >= :from',
        ExpressionAttributeValues: { ':pk': pk, ':from': from },
        ConsistentRead: true,
        ...(next && { ExclusiveStartKey: next }),
      }),
    );
    items.push(...(page.Items ?? []));
    next = page.LastEvaluatedKey;
  } while (next);
  return items;
};

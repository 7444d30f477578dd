import type { Item } from './attribute-value.ts';
import type { ConsumedCapacity, Table } from './dynalite-model.ts';
import {
  type CancellationReason,
  isServiceError,
  transactionCanceled,
  validationException,
} from './errors.ts';
import { TRANSACTION_LIMIT_BYTES } from './item-size.ts';

export const consumedCapacityType = { type: 'String', enum: ['INDEXES', 'TOTAL', 'NONE'] };

/** @throws ValidationException unless there are 1 to 100 actions */
export function checkActionCount(actions: unknown[]): void {
  const failed =
    "1 validation error detected: Value at 'TransactItems' failed to satisfy constraint";
  if (actions.length < 1) {
    throw validationException(`${failed}: Member must have length greater than or equal to 1`);
  }
  if (actions.length > 100) {
    throw validationException(`${failed}: Member must have length less than or equal to 100`);
  }
}

/**
 * An empty key is the request's fault, not one action's.
 * @throws ValidationException
 */
export function refuseEmptyKey(table: Table, item: Item): void {
  for (const { AttributeName: name } of table.KeySchema) {
    const kind = item[name]?.S === '' ? 'string' : item[name]?.B === '' ? 'binary' : undefined;
    if (!kind) continue;
    throw validationException(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${kind} value. Key: ${name}`,
    );
  }
}

/**
 * Does `work` for each action in turn, and collects why some of them fail.
 * @throws TransactionCanceledException with all the reasons, where one did
 */
export async function forEachAction<Action, Result>(
  actions: Action[],
  work: (action: Action) => Promise<Result>,
): Promise<Result[]> {
  const reasons: CancellationReason[] = [];
  const results: Result[] = [];
  for (const action of actions) {
    try {
      results.push(await work(action));
      reasons.push({ Code: 'None' });
    } catch (error) {
      reasons.push(reasonFor(error));
    }
  }
  if (results.length < actions.length) throw transactionCanceled(reasons);
  return results;
}

function reasonFor(error: unknown): CancellationReason {
  if (isServiceError(error, 'ConditionalCheckFailedException')) {
    return { Code: 'ConditionalCheckFailed', Message: error.message, ...error.fields };
  }
  if (isServiceError(error, 'ValidationException')) {
    return { Code: 'ValidationError', Message: error.message };
  }
  throw error;
}

/** @throws ValidationException over 4 MB */
export function checkTransactionSize(bytes: number): void {
  if (bytes <= TRANSACTION_LIMIT_BYTES) return;
  throw validationException(
    'The aggregate size of the items in the transaction cannot exceed 4 MB',
  );
}

/** Per table; in a transaction every read and write is done, and counted, twice. */
export function totalCapacity(
  consumed: (ConsumedCapacity | undefined)[],
): { ConsumedCapacity: ConsumedCapacity[] } | undefined {
  const totals = new Map<string, ConsumedCapacity>();
  for (const each of consumed) {
    if (!each) continue;
    const units = (totals.get(each.TableName)?.CapacityUnits ?? 0) + 2 * each.CapacityUnits;
    totals.set(each.TableName, {
      TableName: each.TableName,
      CapacityUnits: units,
      ...(each.Table && { Table: { CapacityUnits: units } }),
    });
  }
  return totals.size > 0 ? { ConsumedCapacity: [...totals.values()] } : undefined;
}

import type { Item } from './attribute-value.ts';
import type { Table } from './dynalite-model.ts';
import {
  type CancellationReason,
  isServiceError,
  transactionCanceled,
  validationException,
} from './errors.ts';

/** @throws ValidationException unless there are 1 to 100 actions */
export const checkActionCount = (actions: unknown[]): void => {
  if (actions.length >= 1 && actions.length <= 100) return;
  const bound = actions.length < 1 ? 'greater than or equal to 1' : 'less than or equal to 100';
  throw validationException(
    `1 validation error detected: Value at 'TransactItems' failed to satisfy constraint: Member must have length ${bound}`,
  );
};

/**
 * An empty key is the request's fault, not one action's.
 * @throws ValidationException
 */
export const refuseEmptyKey = (table: Table, item: Item): void => {
  for (const { AttributeName: name } of table.KeySchema) {
    const kind = item[name]?.S === '' ? 'string' : item[name]?.B === '' ? 'binary' : undefined;
    if (!kind) continue;
    throw validationException(
      `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty ${kind} value. Key: ${name}`,
    );
  }
};

const reasonFor = (error: unknown): CancellationReason => {
  if (isServiceError(error, 'ConditionalCheckFailedException')) {
    return { Code: 'ConditionalCheckFailed', Message: error.message, ...error.fields };
  }
  if (isServiceError(error, 'ValidationException')) {
    return { Code: 'ValidationError', Message: error.message };
  }
  throw error;
};

/**
 * Runs `work` for each action in turn, and collects the reasons for failures.
 * @throws TransactionCanceledException with all the reasons, if one failed
 */
export const forEachAction = async <Action, Result>(
  actions: Action[],
  work: (action: Action) => Promise<Result>,
): Promise<Result[]> => {
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
};

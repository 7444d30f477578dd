import { run } from './actions.ts';
import type { Input, Validation } from './dynalite-model.ts';
import { validationException } from './errors.ts';
import { check, checkAction, validationOf } from './input.ts';
import { itemBytes } from './item-size.ts';
import { getTable } from './items.ts';
import {
  checkActionCount,
  checkTransactionSize,
  consumedCapacityType,
  forEachAction,
  refuseEmptyKey,
  totalCapacity,
} from './transaction.ts';
import type { View } from './view.ts';

type Request = { TransactItems: ({ Get: Input } | null)[]; ReturnConsumedCapacity?: string };

const { types } = validationOf.GetItem;

const validation: Validation = {
  types: {
    ReturnConsumedCapacity: consumedCapacityType,
    TransactItems: {
      type: 'List',
      notNull: true,
      children: {
        type: 'ValueStruct<TransactGetItem>',
        children: {
          Get: {
            type: 'FieldStruct<Get>',
            notNull: true,
            children: {
              TableName: types.TableName,
              Key: types.Key,
              ProjectionExpression: types.ProjectionExpression,
              ExpressionAttributeNames: types.ExpressionAttributeNames,
            },
          },
        },
      },
    },
  },
};

/**
 * Checks all that can be told without the tables.
 * @throws ValidationException, SerializationException
 */
export function checkTransactGet(body: unknown): Input[] {
  const request = check<Request>(validation, body);
  checkActionCount(request.TransactItems);
  const { ReturnConsumedCapacity } = request;
  return request.TransactItems.map((item) => {
    const get = item?.Get;
    if (!get) throw validationException('TransactItems can only contain Get');
    checkAction(validationOf.GetItem, get);
    return ReturnConsumedCapacity ? { ...get, ReturnConsumedCapacity } : get;
  });
}

/**
 * Reads all items as they are at one moment, which is that of the view; `{}` for a missing one.
 * @throws TransactionCanceledException, ValidationException, ResourceNotFoundException
 */
export async function transactGet(view: View, gets: Input[]): Promise<object> {
  for (const get of gets) {
    refuseEmptyKey(await getTable(view, get.TableName), get.Key ?? {});
  }
  const outputs = await forEachAction(gets, (get) => run('GetItem', view, get));
  checkTransactionSize(outputs.reduce((bytes, output) => bytes + itemBytes(output.Item ?? {}), 0));
  return {
    Responses: outputs.map((output) => (output.Item ? { Item: output.Item } : {})),
    ...totalCapacity(outputs.map(({ ConsumedCapacity }) => ConsumedCapacity)),
  };
}

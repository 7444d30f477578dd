import batchGetItem from 'dynalite/validations/batchGetItem.js';
import batchWriteItem from 'dynalite/validations/batchWriteItem.js';
import createTable from 'dynalite/validations/createTable.js';
import deleteItem from 'dynalite/validations/deleteItem.js';
import deleteTable from 'dynalite/validations/deleteTable.js';
import describeTable from 'dynalite/validations/describeTable.js';
import getItem from 'dynalite/validations/getItem.js';
import * as validations from 'dynalite/validations/index.js';
import listTables from 'dynalite/validations/listTables.js';
import listTagsOfResource from 'dynalite/validations/listTagsOfResource.js';
import putItem from 'dynalite/validations/putItem.js';
import query from 'dynalite/validations/query.js';
import scan from 'dynalite/validations/scan.js';
import tagResource from 'dynalite/validations/tagResource.js';
import untagResource from 'dynalite/validations/untagResource.js';
import updateItem from 'dynalite/validations/updateItem.js';
import updateTable from 'dynalite/validations/updateTable.js';
import { ServiceError } from '../wire/service-error.ts';
import type { ActionName } from './actions.ts';
import type { Input, Validation } from './dynalite-model.ts';
import { fromDynalite, validationException } from './errors.ts';
import { ITEM_LIMIT_BYTES, itemBytes } from './item-size.ts';

/** What dynalite does not know: it would drop the member silently. */
export const returnValuesOnConditionCheckFailure = {
  type: 'String',
  enum: ['ALL_OLD', 'NONE'],
};

const conditional = ({ types, custom }: Validation): Validation => ({
  types: {
    ...types,
    ReturnValuesOnConditionCheckFailure: returnValuesOnConditionCheckFailure,
  },
  ...(custom && { custom }),
});

export const validationOf: Record<ActionName, Validation> = {
  BatchGetItem: batchGetItem,
  BatchWriteItem: { types: batchWriteItem.types, custom: checkBatchWrite },
  CreateTable: createTable,
  DeleteItem: conditional(deleteItem),
  DeleteTable: deleteTable,
  DescribeTable: describeTable,
  GetItem: getItem,
  ListTables: listTables,
  ListTagsOfResource: listTagsOfResource,
  PutItem: conditional({ types: putItem.types, custom: checkPut }),
  Query: query,
  Scan: scan,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateItem: conditional(updateItem),
  UpdateTable: updateTable,
};

const store = { options: { maxItemSize: ITEM_LIMIT_BYTES } };

/**
 * Checks a body against what dynalite says of the operation: types, constraints, expressions.
 * @throws SerializationException for a wrong type, ValidationException for the rest
 */
export function check<Checked = Input>({ types, custom }: Validation, body: unknown): Checked {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) {
    throw new ServiceError('com.amazon.coral.service#SerializationException', 'Not a structure.');
  }
  try {
    // A copy, because members that `types` does not name are deleted.
    const input = validations.checkTypes<Checked & object>(structuredClone(body), types);
    validations.checkValidations(input, types, custom, store);
    return input;
  } catch (error) {
    throw fromDynalite(error);
  }
}

/** What is left to check of one action of a transaction, whose types are checked already. */
export function checkAction(validation: Validation, input: Input): void {
  const message = validation.custom?.(input, store);
  if (message) throw validationException(message);
}

const putSizeMessage = 'Item size has exceeded the maximum allowed size';

/** dynalite's own check of a put, with the size in bytes. */
function checkPut(input: Input): string | undefined {
  const isTooLarge = input.Item && itemBytes(input.Item) > ITEM_LIMIT_BYTES;
  return putItem.custom?.(input, store) ?? (isTooLarge ? putSizeMessage : undefined);
}

/** The same for a batch. */
function checkBatchWrite(input: Input): string | undefined {
  const requests = Object.values(input.RequestItems ?? {}).flat();
  const isTooLarge = requests.some(
    ({ PutRequest }) => PutRequest && itemBytes(PutRequest.Item) > ITEM_LIMIT_BYTES,
  );
  return batchWriteItem.custom?.(input, store) ?? (isTooLarge ? putSizeMessage : undefined);
}

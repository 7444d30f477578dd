import createTable from 'dynalite/validations/createTable.js';
import deleteItem from 'dynalite/validations/deleteItem.js';
import describeTable from 'dynalite/validations/describeTable.js';
import getItem from 'dynalite/validations/getItem.js';
import * as validations from 'dynalite/validations/index.js';
import putItem from 'dynalite/validations/putItem.js';
import query from 'dynalite/validations/query.js';
import scan from 'dynalite/validations/scan.js';
import updateItem from 'dynalite/validations/updateItem.js';
import { ServiceError } from '../wire/service-error.ts';
import type { ActionName } from './actions.ts';
import type { Input, Validation } from './dynalite-model.ts';
import { fromDynalite, validationException } from './errors.ts';
import { itemBytes, itemLimit } from './item-size.ts';

const store = { options: { maxItemSize: itemLimit } };

/** dynalite's own check of a put, with the size in bytes. */
const checkPut = (input: Input): string | undefined => {
  const isTooLarge = input.Item && itemBytes(input.Item) > itemLimit;
  const message = 'Item size has exceeded the maximum allowed size';
  return putItem.custom?.(input, store) ?? (isTooLarge ? message : undefined);
};

/** Adds the member that dynalite does not know and would silently drop. */
const conditional = ({ types, ...rest }: Validation): Validation => ({
  ...rest,
  types: {
    ...types,
    ReturnValuesOnConditionCheckFailure: { type: 'String', enum: ['ALL_OLD', 'NONE'] },
  },
});

/** Of the updates of a table only a new index; dynalite's own asks for a throughput. */
const newIndex = ({ types }: Validation): Validation => {
  const { TableName, AttributeDefinitions } = types;
  const { children: index } = types.GlobalSecondaryIndexes as { children: object };
  const Create = { ...index, type: 'FieldStruct<CreateGlobalSecondaryIndexAction>' };
  const update = { type: 'ValueStruct<GlobalSecondaryIndexUpdate>', children: { Create } };
  const GlobalSecondaryIndexUpdates = { type: 'List', notNull: true, children: update };
  return { types: { TableName, AttributeDefinitions, GlobalSecondaryIndexUpdates } };
};

export const validationOf: Record<ActionName | 'UpdateTable', Validation> = {
  CreateTable: createTable,
  DeleteItem: conditional(deleteItem),
  DescribeTable: describeTable,
  GetItem: getItem,
  PutItem: conditional({ types: putItem.types, custom: checkPut }),
  Query: query,
  Scan: scan,
  UpdateItem: conditional(updateItem),
  UpdateTable: newIndex(createTable),
};

/**
 * Checks a body against dynalite's description of the operation: types, constraints, expressions.
 * @throws SerializationException for a wrong type, ValidationException for the rest
 */
export const check = <Checked = Input>({ types, custom }: Validation, body: unknown): Checked => {
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
};

/** Checks the rest of one action of a transaction, whose types have already been checked. */
export const checkAction = (validation: Validation, input: Input): void => {
  const message = validation.custom?.(input, store);
  if (message) throw validationException(message);
};

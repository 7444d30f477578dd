import type { Input, Types, Validation } from './dynalite-model.ts';
import { validationException } from './errors.ts';
import { check, checkAction, validationOf } from './input.ts';
import { itemBytes } from './item-size.ts';
import { getItem, getTable } from './items.ts';
import { checkActionCount, forEachAction, refuseEmptyKey } from './transaction.ts';
import type { View } from './view.ts';
import { itemKey, type WriteName, writeItem } from './write-item.ts';

type Member = 'ConditionCheck' | 'Put' | 'Update' | 'Delete';

interface Request {
  TransactItems: ({ [member in Member]?: Input } | null)[];
  ClientRequestToken?: string;
}

interface Action {
  name: WriteName;
  input: Input;
}

/** 4 MB, over all items of one transaction. */
const transactionLimit = 4 * 1024 * 1024;

const text = { type: 'String', notNull: true };
const { PutItem: put, UpdateItem: update, DeleteItem: remove } = validationOf;

const write = (name: Member, { types }: Validation, members: string[], required: Types = {}) => ({
  type: `FieldStruct<${name}>`,
  children: {
    ...Object.fromEntries(members.map((member) => [member, types[member]])),
    TableName: types.TableName,
    ConditionExpression: types.ConditionExpression,
    ExpressionAttributeNames: types.ExpressionAttributeNames,
    ExpressionAttributeValues: types.ExpressionAttributeValues,
    ReturnValuesOnConditionCheckFailure: types.ReturnValuesOnConditionCheckFailure,
    ...required,
  },
});

const validation: Validation = {
  types: {
    ClientRequestToken: {
      type: 'String',
      lengthGreaterThanOrEqual: 1,
      lengthLessThanOrEqual: 36,
    },
    TransactItems: {
      type: 'List',
      notNull: true,
      children: {
        type: 'ValueStruct<TransactWriteItem>',
        children: {
          ConditionCheck: write('ConditionCheck', remove, ['Key'], { ConditionExpression: text }),
          Put: write('Put', put, ['Item']),
          Delete: write('Delete', remove, ['Key']),
          Update: write('Update', update, ['Key'], { UpdateExpression: text }),
        },
      },
    },
  },
};

const members: Record<Member, { name: WriteName; validation: Validation }> = {
  ConditionCheck: { name: 'Check', validation: remove },
  Put: { name: 'PutItem', validation: put },
  Update: { name: 'UpdateItem', validation: update },
  Delete: { name: 'DeleteItem', validation: remove },
};

const toAction = (item: Request['TransactItems'][number]): Action => {
  const given = (Object.keys(members) as Member[]).filter((member) => item?.[member]);
  const [member] = given;
  const input = member && item?.[member];
  if (!input || given.length > 1) {
    throw validationException('TransactItems can only contain one of Check, Put, Update or Delete');
  }
  checkAction(members[member].validation, input);
  return { name: members[member].name, input };
};

/**
 * Checks everything that can be checked without the tables.
 * @returns the actions, and the token that makes the transaction safe to repeat
 * @throws ValidationException, SerializationException
 */
export const checkTransactWrite = (body: unknown) => {
  const request = check<Request>(validation, body);
  checkActionCount(request.TransactItems);
  return { actions: request.TransactItems.map(toAction), token: request.ClientRequestToken };
};

const findTargets = async (view: View, actions: Action[]) => {
  for (const { input } of actions) {
    refuseEmptyKey(await getTable(view, input.TableName), input.Item ?? input.Key ?? {});
  }
  return forEachAction(actions, async ({ input }) => {
    const table = await getTable(view, input.TableName);
    const key = itemKey(table, input);
    return { id: `${table.TableName}~${key}`, table, key, input };
  });
};

/**
 * Applies all actions to the view. After an error the view must be discarded.
 * @throws TransactionCanceledException, ValidationException, ResourceNotFoundException
 */
export const transactWrite = async (view: View, actions: Action[]): Promise<void> => {
  const targets = await findTargets(view, actions);
  if (new Set(targets.map(({ id }) => id)).size < targets.length) {
    throw validationException('Transaction request cannot include multiple operations on one item');
  }
  await forEachAction(actions, ({ name, input }) => writeItem(name, view, input));
  let bytes = 0;
  for (const { table, key, input } of targets) {
    bytes += itemBytes((await getItem(view, table, key)) ?? input.Key ?? {});
  }
  if (bytes <= transactionLimit) return;
  throw validationException(
    'The aggregate size of the items in the transaction cannot exceed 4 MB',
  );
};

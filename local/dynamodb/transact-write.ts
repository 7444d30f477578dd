import type { Input, Table, Types, Validation } from './dynalite-model.ts';
import { validationException } from './errors.ts';
import { check, checkAction, returnValuesOnConditionCheckFailure, validationOf } from './input.ts';
import { itemBytes } from './item-size.ts';
import { getItem, getTable } from './items.ts';
import {
  checkActionCount,
  checkTransactionSize,
  consumedCapacityType,
  forEachAction,
  refuseEmptyKey,
  totalCapacity,
} from './transaction.ts';
import type { View } from './view.ts';
import { itemKey, type WriteName, writeItem } from './write-item.ts';

type Member = 'ConditionCheck' | 'Put' | 'Update' | 'Delete';
type Request = {
  TransactItems: ({ [member in Member]?: Input } | null)[];
  ClientRequestToken?: string;
  ReturnConsumedCapacity?: string;
};
type Action = { name: WriteName; input: Input };

/** A checked transaction, and the token that makes it safe to repeat. */
export type TransactWrite = { actions: Action[]; token: string | undefined };

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
    ReturnValuesOnConditionCheckFailure: returnValuesOnConditionCheckFailure,
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
    ReturnConsumedCapacity: consumedCapacityType,
    ReturnItemCollectionMetrics: { type: 'String', enum: ['SIZE', 'NONE'] },
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

/**
 * Checks all that can be told without the tables.
 * @throws ValidationException, SerializationException
 */
export function checkTransactWrite(body: unknown): TransactWrite {
  const request = check<Request>(validation, body);
  checkActionCount(request.TransactItems);
  const actions = request.TransactItems.map((item) => toAction(item, request));
  return { actions, token: request.ClientRequestToken };
}

function toAction(item: Request['TransactItems'][number], request: Request): Action {
  const given = (Object.keys(members) as Member[]).filter((member) => item?.[member]);
  const [member] = given;
  const input = member && item?.[member];
  if (!input || given.length > 1) {
    throw validationException('TransactItems can only contain one of Check, Put, Update or Delete');
  }
  checkAction(members[member].validation, input);
  const { ReturnConsumedCapacity } = request;
  return {
    name: members[member].name,
    input: ReturnConsumedCapacity ? { ...input, ReturnConsumedCapacity } : input,
  };
}

/**
 * Applies all actions to the view. An error leaves the view to be thrown away.
 * @throws TransactionCanceledException, ValidationException, ResourceNotFoundException
 */
export async function transactWrite(view: View, actions: Action[]): Promise<object> {
  const targets = await findTargets(view, actions);
  if (new Set(targets.map(({ id }) => id)).size < targets.length) {
    throw validationException('Transaction request cannot include multiple operations on one item');
  }
  const outputs = await forEachAction(actions, ({ name, input }) => writeItem(name, view, input));

  let bytes = 0;
  for (const { table, key, input } of targets) {
    const written = await getItem(view, table, key);
    bytes += itemBytes(written ?? input.Key ?? {});
  }
  checkTransactionSize(bytes);
  return totalCapacity(outputs.map(({ ConsumedCapacity }) => ConsumedCapacity)) ?? {};
}

async function findTargets(view: View, actions: Action[]) {
  const tables = new Map<string, Table>();
  for (const { input } of actions) {
    const table = await getTable(view, input.TableName);
    refuseEmptyKey(table, input.Item ?? input.Key ?? {});
    tables.set(input.TableName, table);
  }
  return forEachAction(actions, async ({ input }) => {
    const table = tables.get(input.TableName) ?? (await getTable(view, input.TableName));
    const key = itemKey(table, input);
    return { id: `${table.TableName}~${key}`, table, key, input };
  });
}

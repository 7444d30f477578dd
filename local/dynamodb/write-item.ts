import * as dynalite from 'dynalite/db/index.js';
import { type ActionName, type Output, run } from './actions.ts';
import { holds } from './conditions.ts';
import type { Input, Table } from './dynalite-model.ts';
import { conditionalCheckFailed, fromDynalite, validationException } from './errors.ts';
import { getItem, getTable } from './items.ts';
import { steady } from './update-expression.ts';
import type { View } from './view.ts';

/** One write: alone, or as an action of a transaction. A check changes nothing. */
export type WriteName = Extract<ActionName, 'PutItem' | 'UpdateItem' | 'DeleteItem'> | 'Check';

const refuse = (error: Error | null | undefined): void => {
  if (error) throw fromDynalite(error);
};

// dynalite counts UTF-16 units.
const checkKeyBytes = (table: Table, item: NonNullable<Input['Item']>): void => {
  const [hash = 0, range = 0] = table.KeySchema.map(({ AttributeName }) =>
    Buffer.byteLength(item[AttributeName]?.S ?? ''),
  );
  const invalid = 'One or more parameter values were invalid: ';
  if (hash > 2048) {
    throw validationException(
      `${invalid}Size of hashkey has exceeded the maximum size limit of2048 bytes`,
    );
  }
  if (range > 1024) {
    throw validationException(
      `${invalid}Aggregated size of all range keys has exceeded the size limit of 1024 bytes`,
    );
  }
};

/**
 * The key of the item that a write concerns, in dynalite's form.
 * @throws ValidationException if the key does not fit the table
 */
export const itemKey = (table: Table, { Item: item, Key: key = {} }: Input): string => {
  refuse(item ? dynalite.validateItem(item, table) : dynalite.validateKey(key, table));
  checkKeyBytes(table, item ?? key);
  return dynalite.createKey(item ?? key, table);
};

/**
 * Applies one write to the view.
 * @throws ConditionalCheckFailedException, with the item if the input asks for it
 * @throws ValidationException if the write cannot be applied to the item as it is
 */
export const writeItem = async (name: WriteName, view: View, input: Input): Promise<Output> => {
  const table = await getTable(view, input.TableName);
  const key = itemKey(table, input);
  refuse(dynalite.validateUpdates(input.AttributeUpdates, input._updates, table));

  const old = await getItem(view, table, key);
  const { _condition: condition, _updates: updates, ...rest } = input;
  if (condition && !holds(condition.expression, old ?? {})) {
    const isWanted = input.ReturnValuesOnConditionCheckFailure === 'ALL_OLD';
    throw conditionalCheckFailed(isWanted ? old : undefined);
  }
  if (name === 'Check') return {};
  const sections = updates && steady(updates.sections, old ?? {});
  return run(name, view, sections ? { ...rest, _updates: { ...updates, sections } } : rest);
};

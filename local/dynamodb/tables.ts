import { setTimeout as pause } from 'node:timers/promises';
import * as dynalite from 'dynalite/db/index.js';
import { type Output, run } from './actions.ts';
import type { Item } from './attribute-value.ts';
import type { Index, Input, Table } from './dynalite-model.ts';
import { validationException } from './errors.ts';
import { addIndexEntries, findTable, getTable } from './items.ts';
import { keyspace, under } from './keyspace.ts';
import type { View } from './view.ts';

/**
 * Creates a table at once. The output says CREATING, as on AWS, but that state is never stored:
 * dynalite would leave it there for good if killed in it.
 */
export const createTable = async (
  name: 'CreateTable',
  view: View,
  input: Input,
): Promise<Output> => {
  // A copy, because dynalite continues to change what it returned.
  const output = structuredClone(await run(name, view, input));
  const isActive = async () => {
    const table = await findTable(view, input.TableName);
    const statuses = table?.GlobalSecondaryIndexes?.map(({ IndexStatus }) => IndexStatus) ?? [];
    return [table?.TableStatus, ...statuses].every((status) => status === 'ACTIVE');
  };
  // dynalite finishes on a timer of 0 ms.
  while (!(await isActive())) await pause(1);
  return output;
};

const withIndex = (table: Table, { AttributeDefinitions = [], ...input }: Input): Table => {
  const [update, ...more] = input.GlobalSecondaryIndexUpdates ?? [];
  const create = update?.Create;
  if (!create || more.length > 0) throw validationException('Only one index can be created here');
  const { GlobalSecondaryIndexes: present = [], AttributeDefinitions: known } = table;
  if (present.some(({ IndexName }) => IndexName === create.IndexName)) {
    throw validationException('Attempting to create an index which already exists');
  }
  const isNew = ({ AttributeName: name }: Table['AttributeDefinitions'][number]) =>
    known.every(({ AttributeName }) => AttributeName !== name);
  const definitions = [...known, ...AttributeDefinitions.filter(isNew)];
  const isDefined = ({ AttributeName: name }: Index['KeySchema'][number]) =>
    definitions.some(({ AttributeName }) => AttributeName === name);
  if (!create.KeySchema.every(isDefined)) {
    throw validationException('Some index key attributes are not defined in AttributeDefinitions');
  }
  const index = { ...create, IndexStatus: 'ACTIVE' };
  return {
    ...table,
    AttributeDefinitions: definitions,
    GlobalSecondaryIndexes: [...present, index],
  };
};

/**
 * Creates an index, filled from the items that are there; no other change of a table. As on AWS, an
 * item whose attributes do not fit is left out.
 */
export const updateTable = async (
  _name: 'UpdateTable',
  view: View,
  input: Input,
): Promise<Output> => {
  const table = withIndex(await getTable(view, input.TableName), input);
  const created = table.GlobalSecondaryIndexes?.slice(-1) ?? [];
  const prefix = keyspace.item(table.TableName);
  for await (const [key, value] of view.entries(under(prefix))) {
    const item = value as Item;
    if (dynalite.validateItem(item, table)) continue;
    addIndexEntries(
      view,
      { ...table, GlobalSecondaryIndexes: created },
      key.slice(prefix.length),
      item,
    );
  }
  view.put(keyspace.table(table.TableName), table);
  return { TableDescription: table };
};

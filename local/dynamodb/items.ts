import * as dynalite from 'dynalite/db/index.js';
import type { Item } from './attribute-value.ts';
import type { Table } from './dynalite-model.ts';
import { resourceNotFound } from './errors.ts';
import { keyspace } from './keyspace.ts';
import type { View } from './view.ts';

/** The table, or undefined if there is none of that name. */
export const findTable = async (view: View, name: string) =>
  (await view.get(keyspace.table(name))) as Table | undefined;

/** @throws ResourceNotFoundException */
export const getTable = async (view: View, name: string): Promise<Table> => {
  const table = await findTable(view, name);
  if (!table) throw resourceNotFound();
  return table;
};

/** `key` is an item's key in dynalite's form (`createKey`). */
export const getItem = async (view: View, table: Table, key: string) =>
  (await view.get(keyspace.item(table.TableName, key))) as Item | undefined;

/**
 * dynalite distinguishes entries with the same index key by 24 bits of a hash of the item's key:
 * with a thousand such items, 3 indexes in 100 would lose one. We add the whole key.
 */
export const indexEntryKey = (dynaliteKey: string, itemKey: string) => `${dynaliteKey}/${itemKey}`;

const changeIndexEntries = (view: View, table: Table, key: string, old?: Item, item?: Item) => {
  const indexes = table.GlobalSecondaryIndexes ?? [];
  const { puts, deletes } = dynalite.getIndexActions(indexes, old, item, table);
  const entry = (action: { index: string; key: string }) =>
    keyspace.index(table.TableName, action.index, indexEntryKey(action.key, key));
  for (const action of deletes) view.del(entry(action));
  for (const action of puts) view.put(entry(action), action.item);
};

const moveIndexEntries = async (view: View, table: Table, key: string, item?: Item) =>
  changeIndexEntries(view, table, key, await getItem(view, table, key), item);

/** Writes the index entries of an item that has none yet. */
export const addIndexEntries = (view: View, table: Table, key: string, item: Item): void =>
  changeIndexEntries(view, table, key, undefined, item);

/** Writes an item and its index entries. */
export const putItem = async (view: View, table: Table, key: string, item: Item): Promise<void> => {
  await moveIndexEntries(view, table, key, item);
  view.put(keyspace.item(table.TableName, key), item);
};

/** Deletes an item and its index entries. */
export const deleteItem = async (view: View, table: Table, key: string): Promise<void> => {
  await moveIndexEntries(view, table, key);
  view.del(keyspace.item(table.TableName, key));
};

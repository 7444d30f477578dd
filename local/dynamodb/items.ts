import * as dynalite from 'dynalite/db/index.js';
import type { Item } from './attribute-value.ts';
import type { Index, Table } from './dynalite-model.ts';
import { resourceNotFound } from './errors.ts';
import { type IndexKind, keyspace } from './keyspace.ts';
import type { View } from './view.ts';

/** @throws ResourceNotFoundException */
export async function getTable(view: View, name: string): Promise<Table> {
  const table = await findTable(view, name);
  if (!table) throw resourceNotFound();
  return table;
}

/** The table, or undefined where there is none of that name. */
export async function findTable(view: View, name: string): Promise<Table | undefined> {
  return (await view.get(keyspace.table(name))) as Table | undefined;
}

/** `key` is an item's key as dynalite spells it (`createKey`). */
export async function getItem(view: View, table: Table, key: string): Promise<Item | undefined> {
  return (await view.get(keyspace.item(table.TableName, key))) as Item | undefined;
}

/** Writes an item and its index entries. */
export async function putItem(view: View, table: Table, key: string, item: Item): Promise<void> {
  moveIndexEntries(view, table, key, await getItem(view, table, key), item);
  view.put(keyspace.item(table.TableName, key), item);
}

/** Deletes an item and its index entries. */
export async function deleteItem(view: View, table: Table, key: string): Promise<void> {
  moveIndexEntries(view, table, key, await getItem(view, table, key), undefined);
  view.del(keyspace.item(table.TableName, key));
}

function moveIndexEntries(
  view: View,
  table: Table,
  key: string,
  old: Item | undefined,
  item: Item | undefined,
): void {
  const kinds: [IndexKind, Index[] | undefined][] = [
    ['local', table.LocalSecondaryIndexes],
    ['global', table.GlobalSecondaryIndexes],
  ];
  for (const [kind, indexes] of kinds) {
    const { puts, deletes } = dynalite.getIndexActions(indexes ?? [], old, item, table);
    const entry = (action: { index: string; key: string }) =>
      keyspace.index(kind, table.TableName, action.index, indexEntryKey(action.key, key));
    for (const action of deletes) view.del(entry(action));
    for (const action of puts) view.put(entry(action), action.item);
  }
}

/**
 * dynalite tells index entries of the same index key apart by 24 bits of a hash of the item's key:
 * with a thousand such items, 3 indexes in 100 would have lost one. We add the whole key.
 */
export const indexEntryKey = (dynaliteKey: string, itemKey: string) => `${dynaliteKey}/${itemKey}`;

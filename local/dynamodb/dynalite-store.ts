import { Readable } from 'node:stream';
import * as dynalite from 'dynalite/db/index.js';
import type { Item } from './attribute-value.ts';
import type { Callback, Index, Table } from './dynalite-model.ts';
import { validationException } from './errors.ts';
import { ITEM_LIMIT_BYTES, itemBytes } from './item-size.ts';
import { deleteItem, findTable, getItem, indexEntryKey, putItem } from './items.ts';
import { type IndexKind, keyspace, under } from './keyspace.ts';
import type { Range } from './level.ts';
import type { View } from './view.ts';

type TagWrite = { type: 'put'; key: string; value: string } | { type: 'del'; key: string };

const noWait = { createTableMs: 0, updateTableMs: 0, deleteTableMs: 0 };

/**
 * A store in the shape that dynalite's actions use, over one request's view: they read and write
 * as ever, and what they write is committed with the rest of the request or not at all.
 * `fail` takes what an action throws in a callback, where no one else would catch it.
 */
export function dynaliteStore(
  view: View,
  fail: (error: unknown) => void,
  { startKey, maxItemSize = ITEM_LIMIT_BYTES }: { startKey?: Item; maxItemSize?: number } = {},
) {
  const tables = new Map<string, Table>();
  const answer = <Value>(work: Promise<Value>, done: Callback<Value>) => {
    work.then((value) => done(null, value), done).catch(fail);
  };
  const values = (prefix: string, range: Range = {}) =>
    Readable.from(mapSecond(view.entries(within(prefix, range))));
  const keys = (prefix: string) => Readable.from(mapFirst(view.entries(under(prefix)), prefix));
  const deleteAll = async (prefix: string) => {
    for await (const [key] of view.entries(under(prefix))) view.del(key);
  };

  async function requireTable(name: string, isItemRequest: boolean): Promise<Table> {
    const table = await findTable(view, name);
    if (!table) throw notFound(isItemRequest ? '' : `: Table: ${name} not found`);
    tables.set(name, table);
    return table;
  }

  function loadedTable(name: string): Table {
    const table = tables.get(name);
    if (!table) throw new Error('dynalite reads a table before its items');
    return table;
  }

  return {
    options: { ...noWait, maxItemSize },
    getTable: (name: string, ...rest: [boolean, Callback<Table>] | [Callback<Table>]) =>
      rest.length === 1
        ? answer(requireTable(name, true), rest[0])
        : answer(requireTable(name, rest[0]), rest[1]),
    tableDb: {
      awsAccountId: '000000000000',
      awsRegion: 'us-east-1',
      lock: unlocked,
      get: (name: string, done: Callback<unknown>) => answer(view.get(keyspace.table(name)), done),
      put: (name: string, table: Table, done: Callback<void>) => {
        view.put(keyspace.table(name), table);
        answer(Promise.resolve(), done);
      },
      del: (name: string, done: Callback<void>) => {
        view.del(keyspace.table(name));
        answer(Promise.resolve(), done);
      },
      createKeyStream: () => keys(keyspace.table('')),
    },
    getItemDb: (name: string) => ({
      lock: unlocked,
      get: (key: string, done: Callback<Item | undefined>) =>
        answer(getItem(view, loadedTable(name), key), done),
      put: (key: string, item: Item, done: Callback<void>) =>
        answer(putUpdated(view, loadedTable(name), key, item), done),
      del: (key: string, done: Callback<void>) =>
        answer(deleteItem(view, loadedTable(name), key), done),
      createValueStream: (range: Range) => values(keyspace.item(name), range),
    }),
    getIndexDb: (type: string, name: string, index: string) => ({
      // The item's own write moves its index entries.
      put: (_key: string, _item: Item, done: Callback<void>) => answer(Promise.resolve(), done),
      del: (_key: string, done: Callback<void>) => answer(Promise.resolve(), done),
      createValueStream: (range: Range) =>
        values(
          keyspace.index(kindOf(type), name, index),
          startKey ? resume(range, startKey, loadedTable(name), index) : range,
        ),
    }),
    getTagDb: (name: string) => ({
      batch: (writes: TagWrite[], done: Callback<void>) => {
        for (const write of writes) {
          const key = keyspace.tag(name, write.key);
          if (write.type === 'put') view.put(key, write.value);
          else view.del(key);
        }
        answer(Promise.resolve(), done);
      },
      createKeyStream: () => keys(keyspace.tag(name)),
      createValueStream: () => values(keyspace.tag(name)),
    }),
    deleteItemDb: (name: string, done: Callback<void>) =>
      answer(deleteAll(keyspace.item(name)), done),
    deleteTagDb: (name: string, done: Callback<void>) =>
      answer(deleteAll(keyspace.tag(name)), done),
    deleteIndexDb: (type: string, name: string, index: string, done: Callback<void>) =>
      answer(deleteAll(keyspace.index(kindOf(type), name, index)), done),
  };
}

// One writer at a time already: dynalite's locks have nothing left to do.
function unlocked(_key: string, run: (release: <Done>(done: Done) => Done) => void): void {
  run((done) => done);
}

const kindOf = (type: string): IndexKind => (type.toLowerCase() === 'local' ? 'local' : 'global');

/** A put's size is checked with the request; an update's can only be told from its result. */
async function putUpdated(view: View, table: Table, key: string, item: Item): Promise<void> {
  if (itemBytes(item) > ITEM_LIMIT_BYTES) {
    throw validationException('Item size to update has exceeded the maximum allowed size');
  }
  await putItem(view, table, key, item);
}

/** In dynalite's form: it adds to `body`, and knows the error by its name. */
function notFound(detail: string): Error {
  const message = `Requested resource not found${detail}`;
  const type = 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException';
  return Object.assign(new Error(), {
    name: 'NotFoundError',
    statusCode: 400,
    body: { __type: type, message },
  });
}

function within(prefix: string, { gt, gte, lt, lte, reverse = false, limit = -1 }: Range): Range {
  const all = under(prefix);
  const lower = gt ? { gt: prefix + gt } : { gte: gte ? prefix + gte : all.gte };
  const upper = lte ? { lte: prefix + lte } : { lt: lt ? prefix + lt : all.lt };
  return { ...lower, ...upper, reverse, limit };
}

/** dynalite goes on from its own index key; ours is longer by the item's. */
function resume(range: Range, startKey: Item, table: Table, name: string): Range {
  const index = findIndex(table, name);
  if (!index) return range;
  const start = dynalite.createIndexKey(startKey, table, index.KeySchema);
  const exact = indexEntryKey(start, dynalite.createKey(startKey, table));
  const { gt, lt, ...rest } = range;
  return {
    ...rest,
    ...(gt && { gt: gt === start ? exact : gt }),
    ...(lt && { lt: lt === start ? exact : lt }),
  };
}

function findIndex(table: Table, name: string): Index | undefined {
  return [...(table.GlobalSecondaryIndexes ?? []), ...(table.LocalSecondaryIndexes ?? [])].find(
    (index) => index.IndexName === name,
  );
}

async function* mapSecond(entries: AsyncGenerator<[string, unknown]>) {
  for await (const [, value] of entries) yield value;
}

async function* mapFirst(entries: AsyncGenerator<[string, unknown]>, prefix: string) {
  for await (const [key] of entries) yield key.slice(prefix.length);
}

import { Readable } from 'node:stream';
import * as dynalite from 'dynalite/db/index.js';
import type { Item } from './attribute-value.ts';
import type { Callback, Table } from './dynalite-model.ts';
import { validationException } from './errors.ts';
import { itemBytes, itemLimit } from './item-size.ts';
import { deleteItem, findTable, getItem, indexEntryKey, putItem } from './items.ts';
import { keyspace, under } from './keyspace.ts';
import type { Range } from './level.ts';
import type { View } from './view.ts';

// There is only one writer at a time, so dynalite's locks have nothing to do.
const unlocked = (_key: string, run: (release: <Done>(done: Done) => Done) => void): void =>
  run((done) => done);

/** In dynalite's form: it adds to `body`, and recognizes the error by its name. */
const notFound = (detail: string): Error =>
  Object.assign(new Error(), {
    name: 'NotFoundError',
    statusCode: 400,
    body: {
      __type: 'com.amazonaws.dynamodb.v20120810#ResourceNotFoundException',
      message: `Requested resource not found${detail}`,
    },
  });

/** A put's size is checked with the request; an update's is known only from its result. */
const putUpdated = async (view: View, table: Table, key: string, item: Item): Promise<void> => {
  if (itemBytes(item) > itemLimit) {
    throw validationException('Item size to update has exceeded the maximum allowed size');
  }
  await putItem(view, table, key, item);
};

const within = (prefix: string, { gt, gte, lt, lte, reverse = false, limit = -1 }: Range) => {
  const all = under(prefix);
  const lower = gt ? { gt: prefix + gt } : { gte: gte ? prefix + gte : all.gte };
  const upper = lte ? { lte: prefix + lte } : { lt: lt ? prefix + lt : all.lt };
  return { ...lower, ...upper, reverse, limit };
};

/** dynalite continues from its own index key; ours also contains the item's key. */
const resume = (range: Range, startKey: Item, table: Table, name: string): Range => {
  const index = table.GlobalSecondaryIndexes?.find(({ IndexName }) => IndexName === name);
  if (!index) return range;
  const start = dynalite.createIndexKey(startKey, table, index.KeySchema);
  const exact = indexEntryKey(start, dynalite.createKey(startKey, table));
  const { gt, lt, ...rest } = range;
  return {
    ...rest,
    ...(gt && { gt: gt === start ? exact : gt }),
    ...(lt && { lt: lt === start ? exact : lt }),
  };
};

async function* valuesOf(entries: AsyncGenerator<[string, unknown]>) {
  for await (const [, value] of entries) yield value;
}

/**
 * A store in the shape that dynalite's actions use, over one request's view: they read and write
 * as usual, and their writes are committed with the rest of the request or not at all.
 * `fail` receives what an action throws in a callback, where nothing else would catch it.
 */
export const dynaliteStore = (view: View, fail: (error: unknown) => void, startKey?: Item) => {
  const tables = new Map<string, Table>();
  const answer = <Value>(work: Promise<Value>, done: Callback<Value>) => {
    work.then((value) => done(null, value), done).catch(fail);
  };
  const values = (prefix: string, range: Range) =>
    Readable.from(valuesOf(view.entries(within(prefix, range))));

  const requireTable = async (name: string, isItemRequest: boolean): Promise<Table> => {
    const table = await findTable(view, name);
    if (!table) throw notFound(isItemRequest ? '' : `: Table: ${name} not found`);
    tables.set(name, table);
    return table;
  };
  const loadedTable = (name: string): Table => {
    const table = tables.get(name);
    if (!table) throw new Error('dynalite reads a table before its items');
    return table;
  };

  return {
    options: { createTableMs: 0, maxItemSize: itemLimit },
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
    getIndexDb: (_type: string, name: string, index: string) => ({
      // The item's own write moves its index entries.
      put: (_key: string, _item: Item, done: Callback<void>) => answer(Promise.resolve(), done),
      del: (_key: string, done: Callback<void>) => answer(Promise.resolve(), done),
      createValueStream: (range: Range) =>
        values(
          keyspace.index(name, index),
          startKey ? resume(range, startKey, loadedTable(name), index) : range,
        ),
    }),
  };
};

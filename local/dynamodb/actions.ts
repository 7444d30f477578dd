import batchGetItem from 'dynalite/actions/batchGetItem.js';
import batchWriteItem from 'dynalite/actions/batchWriteItem.js';
import createTable from 'dynalite/actions/createTable.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import deleteTable from 'dynalite/actions/deleteTable.js';
import describeTable from 'dynalite/actions/describeTable.js';
import getItem from 'dynalite/actions/getItem.js';
import listTables from 'dynalite/actions/listTables.js';
import listTagsOfResource from 'dynalite/actions/listTagsOfResource.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import tagResource from 'dynalite/actions/tagResource.js';
import untagResource from 'dynalite/actions/untagResource.js';
import updateItem from 'dynalite/actions/updateItem.js';
import updateTable from 'dynalite/actions/updateTable.js';
import type { Item } from './attribute-value.ts';
import type { ConsumedCapacity, Input } from './dynalite-model.ts';
import { dynaliteStore } from './dynalite-store.ts';
import { fromDynalite } from './errors.ts';
import type { View } from './view.ts';

const actions = {
  BatchGetItem: batchGetItem,
  BatchWriteItem: batchWriteItem,
  CreateTable: createTable,
  DeleteItem: deleteItem,
  DeleteTable: deleteTable,
  DescribeTable: describeTable,
  GetItem: getItem,
  ListTables: listTables,
  ListTagsOfResource: listTagsOfResource,
  PutItem: putItem,
  Query: query,
  Scan: scan,
  TagResource: tagResource,
  UntagResource: untagResource,
  UpdateItem: updateItem,
  UpdateTable: updateTable,
};

export type ActionName = keyof typeof actions;

/** The members of an answer that are read here; the others pass through. */
export type Output = {
  Item?: Item;
  Items?: Item[];
  Count?: number;
  ConsumedCapacity?: ConsumedCapacity;
  UnprocessedKeys?: { [table: string]: object };
};

/**
 * Runs a dynalite action on checked input; what it writes is left in the view.
 * @throws ServiceError as DynamoDB answers
 */
export function run(
  name: ActionName,
  view: View,
  input: Input,
  { maxItemSize }: { maxItemSize?: number } = {},
): Promise<Output> {
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(fromDynalite(error));
    const store = dynaliteStore(view, fail, {
      ...(input.ExclusiveStartKey && { startKey: input.ExclusiveStartKey }),
      ...(maxItemSize && { maxItemSize }),
    });
    // An empty answer is '' to dynalite, and nothing to the wire.
    actions[name](store, input, (error, output) => (error ? fail(error) : resolve(output || {})));
  });
}

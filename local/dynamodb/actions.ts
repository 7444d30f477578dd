import createTable from 'dynalite/actions/createTable.js';
import deleteItem from 'dynalite/actions/deleteItem.js';
import describeTable from 'dynalite/actions/describeTable.js';
import getItem from 'dynalite/actions/getItem.js';
import putItem from 'dynalite/actions/putItem.js';
import query from 'dynalite/actions/query.js';
import scan from 'dynalite/actions/scan.js';
import updateItem from 'dynalite/actions/updateItem.js';
import type { Item } from './attribute-value.ts';
import type { Input } from './dynalite-model.ts';
import { dynaliteStore } from './dynalite-store.ts';
import { fromDynalite } from './errors.ts';
import type { View } from './view.ts';

const actions = {
  CreateTable: createTable,
  DeleteItem: deleteItem,
  DescribeTable: describeTable,
  GetItem: getItem,
  PutItem: putItem,
  Query: query,
  Scan: scan,
  UpdateItem: updateItem,
};

export type ActionName = keyof typeof actions;

/** The members of an output that are read here; the others pass through. */
export interface Output {
  Items?: Item[];
  Count?: number;
  TableDescription?: object;
}

/**
 * Runs a dynalite action on checked input; its writes stay in the view.
 * @throws ServiceError as DynamoDB returns it
 */
export const run = (name: ActionName, view: View, input: Input): Promise<Output> =>
  new Promise((resolve, reject) => {
    const fail = (error: unknown) => reject(fromDynalite(error));
    const store = dynaliteStore(view, fail, input.ExclusiveStartKey);
    // dynalite returns '' for an empty output, which is {} on the wire.
    actions[name](store, input, (error, output) => (error ? fail(error) : resolve(output || {})));
  });

import { setTimeout as pause } from 'node:timers/promises';
import * as z from 'zod';
import { type ActionName, type Output, run } from './actions.ts';
import type { Input } from './dynalite-model.ts';
import { validationException } from './errors.ts';
import { keyspace } from './keyspace.ts';
import type { View } from './view.ts';

type TableChange = Extract<ActionName, 'CreateTable' | 'UpdateTable' | 'DeleteTable'>;

/**
 * Changes a table at once. The answer speaks of CREATING or DELETING, as it does at AWS, but the
 * state in between is never stored: dynalite would leave it there for good if killed in it.
 */
export async function changeTable(name: TableChange, view: View, input: Input): Promise<Output> {
  if (name === 'UpdateTable') refuseIndexChanges(input);
  // A copy, because dynalite goes on changing what it answered.
  const output = structuredClone(await run(name, view, input));
  // dynalite finishes on a timer of 0 ms.
  while (!isSettled(await view.get(keyspace.table(input.TableName)))) await pause(1);
  if (name === 'DeleteTable') view.del(keyspace.timeToLive(input.TableName));
  return output;
}

const Statuses = z.object({
  TableStatus: z.string(),
  GlobalSecondaryIndexes: z.array(z.object({ IndexStatus: z.string() })).default([]),
});

function isSettled(table: unknown): boolean {
  if (table === undefined) return true;
  const { TableStatus, GlobalSecondaryIndexes } = Statuses.parse(table);
  return [TableStatus, ...GlobalSecondaryIndexes.map(({ IndexStatus }) => IndexStatus)].every(
    (status) => status === 'ACTIVE',
  );
}

// dynalite would answer 200 and do nothing.
function refuseIndexChanges({ GlobalSecondaryIndexUpdates: updates = [] }: Input): void {
  if (updates.some(({ Create, Delete }) => Create || Delete)) {
    throw validationException(
      'The embedded DynamoDB takes indexes at CreateTable only: delete the table and create it anew.',
    );
  }
}

import { setTimeout as pause } from 'node:timers/promises';
import { type Output, run } from './actions.ts';
import type { Input } from './dynalite-model.ts';
import { findTable } from './items.ts';
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

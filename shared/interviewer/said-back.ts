import { runsOf, words } from './folded-text.ts';
import type { Task } from './task.ts';

/** Words in a row that no output shares with its instructions by chance. */
const run = 9;

const known = new WeakMap<Task<unknown>, ReadonlySet<string>>();

/** Whether an output repeats a stretch of its instructions, as small models do for want of an answer. */
export const saysInstructions = (task: Task<unknown>, output: string): boolean => {
  const runs = known.get(task) ?? new Set(runsOf(words(task.system), run));
  known.set(task, runs);
  return runsOf(words(output), run).some((one) => runs.has(one));
};

/** Runs a task when those that came before it have ended, however they ended. */
export type Exclusively = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** A fair lock: tasks run one at a time, in the order in which they came. */
export const createMutex = (): Exclusively => {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    last = run.catch(() => {});
    return run;
  };
};

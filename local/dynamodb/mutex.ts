/** Runs a task once all earlier ones have ended, whether or not they succeeded. */
export type Exclusively = <Result>(task: () => Promise<Result>) => Promise<Result>;

/** A fair lock: tasks run one at a time, in order of arrival. */
export const createMutex = (): Exclusively => {
  let last: Promise<unknown> = Promise.resolve();
  return (task) => {
    const run = last.then(task);
    last = run.catch(() => {});
    return run;
  };
};

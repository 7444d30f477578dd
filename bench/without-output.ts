/** Runs `work` with the log lines thrown away at the very end, after they have been made. */
export const withoutOutput = async <T>(work: () => Promise<T>): Promise<T> => {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
};

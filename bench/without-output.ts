/** Runs `work` and discards its log lines at the very end, after they have been formatted. */
export const withoutOutput = async <T>(work: () => Promise<T>): Promise<T> => {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
};

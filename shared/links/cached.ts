/**
 * Caches the result of `load` for `milliseconds`. Concurrent callers share one load, and a failed
 * load is not cached.
 * @returns the cached value; with `again` loaded now, and if that fails the one before is kept
 */
export const cached = <T>(milliseconds: number, load: () => Promise<T>) => {
  let value: Promise<T> | undefined;
  let loadedAt = 0;
  return (again = false): Promise<T> => {
    const age = Date.now() - loadedAt;
    // Below zero, the clock has stepped back.
    if (!value || again || age < 0 || age >= milliseconds) {
      const before = again ? value : undefined;
      loadedAt = Date.now();
      value = load().catch((error) => {
        value = before;
        throw error;
      });
    }
    return value;
  };
};

/**
 * Caches the result of `load` for `milliseconds`. Concurrent callers share one load, and a failed
 * load is not cached.
 * @returns the cached value; with `again` loaded now, and if that fails the one before is kept
 */
export const cached = <T>(milliseconds: number, load: () => Promise<T>) => {
  let value: Promise<T> | undefined;
  let until = 0;
  return (again = false): Promise<T> => {
    if (!value || again || Date.now() >= until) {
      const before = again ? value : undefined;
      until = Date.now() + milliseconds;
      value = load().catch((error) => {
        value = before;
        throw error;
      });
    }
    return value;
  };
};

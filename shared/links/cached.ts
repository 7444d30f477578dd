/**
 * Caches the result of `load` for `milliseconds`. Concurrent callers share one load, and a failed
 * load is not cached.
 */
export const cached = <T>(milliseconds: number, load: () => Promise<T>): (() => Promise<T>) => {
  let value: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (!value || Date.now() >= until) {
      until = Date.now() + milliseconds;
      value = load().catch((error) => {
        value = undefined;
        throw error;
      });
    }
    return value;
  };
};

/**
 * Keeps what `load` brings for `milliseconds`. Callers at the same time share one load, and a
 * failed one is not kept.
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

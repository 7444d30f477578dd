import { useCallback, useEffect, useState } from 'preact/hooks';
import { TalaroError } from '../../client/error.ts';

export interface Loaded<T> {
  /** What was loaded last; it stays while something newer is on its way. */
  value: T | null;
  error: TalaroError | null;
  isLoading: boolean;
  /** Loads again. */
  reload(): void;
  /** Puts an answer of the API in its place, so that nothing has to be loaded. */
  set(value: T): void;
}

/** A failure that is not the API's would be a mistake of ours: it is thrown when drawn. */
export const asTalaroError = (error: unknown): TalaroError => {
  if (error instanceof TalaroError) return error;
  throw error;
};

/**
 * Loads something when the screen is shown and when one of `keys` changes, and gives up what is on its
 * way when it is left.
 */
export const useLoaded = <T>(
  load: (signal: AbortSignal) => Promise<T>,
  keys: readonly unknown[],
  /** What is shown until then, such as what was loaded before. */
  known: T | null = null,
): Loaded<T> => {
  const [value, setValue] = useState<T | null>(known);
  const [cause, setCause] = useState<unknown>(null);
  const [isLoading, setLoading] = useState(true);
  const [round, setRound] = useState(0);
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    setLoading(true);
    load(signal).then(
      (loaded) => {
        if (signal.aborted) return;
        setValue(loaded);
        setCause(null);
        setLoading(false);
      },
      (failed: unknown) => {
        if (signal.aborted) return;
        setCause(failed);
        setLoading(false);
      },
    );
    return () => leaving.abort();
  }, [...keys, round]);
  const reload = useCallback(() => setRound((before) => before + 1), []);
  const set = useCallback((next: T) => {
    setValue(next);
    setCause(null);
  }, []);
  const error = cause === null ? null : asTalaroError(cause);
  return { value, error, isLoading, reload, set };
};

import { useRef, useState } from 'preact/hooks';
import type { TalaroError } from '../../client/error.ts';
import { asTalaroError } from './loading.ts';

export interface Acting {
  isWorking: boolean;
  error: TalaroError | null;
  /** Does it, unless it is being done already. @returns whether it was done */
  run(action: () => Promise<unknown>): Promise<boolean>;
  clear(): void;
}

/** One thing that a person does with a button: one at a time, with what went wrong. */
export const useActing = (): Acting => {
  const [isWorking, setWorking] = useState(false);
  const [error, setError] = useState<TalaroError | null>(null);
  // Set at once, where the state is set with the next drawing: a double click comes before that.
  const busy = useRef(false);
  return {
    isWorking,
    error,
    clear: () => setError(null),
    async run(action) {
      if (busy.current) return false;
      busy.current = true;
      setWorking(true);
      setError(null);
      try {
        await action();
        return true;
      } catch (cause) {
        setError(asTalaroError(cause));
        return false;
      } finally {
        busy.current = false;
        setWorking(false);
      }
    },
  };
};

import { useRef, useState } from 'preact/hooks';
import { TalaroError } from '../../../../client/error.ts';
import { type Loaded, useLoaded } from '../../loading.ts';
import { usePolling } from '../../polling.ts';
import { talaro } from '../../talaro.ts';
import { isLive, type Shown } from './shown.ts';

export interface Watched extends Loaded<Shown> {
  /** Loads it now. It never fails: what was shown stays, and `isLost` says so. */
  refresh(): Promise<void>;
  /** When it was heard of last, ISO 8601. */
  heard: string;
  /** Whether the last look failed. */
  isLost: boolean;
}

/** An interview that is followed for as long as it can change by itself. */
export const useWatched = (interview_id: string): Watched => {
  const [heard, setHeard] = useState(() => new Date().toISOString());
  const [isLost, setLost] = useState(false);
  const get = (signal?: AbortSignal) =>
    talaro.getInterview({ interview_id }, signal ? { signal } : {});
  const loaded = useLoaded(
    async (signal) => {
      const interview = await get(signal);
      setHeard(new Date().toISOString());
      return interview;
    },
    [interview_id],
  );
  const { value, error: wrong, set, reload } = loaded;
  const looks = useRef(0);
  const look = async (signal?: AbortSignal): Promise<boolean> => {
    looks.current += 1;
    const mine = looks.current;
    try {
      const next = await get(signal);
      // A later look is on its way: this one is from before what was done meanwhile.
      if (mine !== looks.current) return true;
      setHeard(new Date().toISOString());
      setLost(false);
      set(next);
      return JSON.stringify(next) !== JSON.stringify(value);
    } catch (error) {
      setLost(!signal?.aborted);
      // Erased by somebody else.
      if (error instanceof TalaroError && error.status === 404) reload();
      throw error;
    }
  };
  usePolling(value !== null && !wrong && isLive(value), look, { longest: 20_000 });
  const refresh = () =>
    look().then(
      () => undefined,
      () => undefined,
    );
  return { ...loaded, refresh, heard, isLost };
};

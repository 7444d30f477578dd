import { useEffect, useRef } from 'preact/hooks';

export interface Polled {
  /** The first pause in ms; it grows by half while nothing changes, and by twice where it fails. */
  first: number;
  longest: number;
}

/** The pause after the next look, in ms. */
export const nextPause = (
  pause: number,
  outcome: 'changed' | 'same' | 'failed',
  { first, longest }: Polled,
): number =>
  outcome === 'changed' ? first : Math.min(longest, pause * (outcome === 'same' ? 1.5 : 2));

/**
 * Looks again and again while the page is in view, until it is told to stop, and at once when the page
 * comes back into view.
 * @param look says whether anything has changed; a rejection is a failure, and is tried again
 */
export const usePolling = (
  isOn: boolean,
  look: (signal: AbortSignal) => Promise<boolean>,
  { first = 3_000, longest = 30_000 }: Partial<Polled> = {},
): void => {
  const newest = useRef(look);
  newest.current = look;
  useEffect(() => {
    if (!isOn) return;
    const leaving = new AbortController();
    const { signal } = leaving;
    let timer: number | undefined;
    let pause = first;
    let isLooking = false;
    const wait = () => {
      clearTimeout(timer);
      if (!signal.aborted && !document.hidden) timer = window.setTimeout(round, pause);
    };
    const round = async () => {
      if (isLooking) return;
      isLooking = true;
      const outcome = await newest.current(signal).then(
        (changed) => (changed ? 'changed' : 'same'),
        () => 'failed' as const,
      );
      isLooking = false;
      pause = nextPause(pause, outcome, { first, longest });
      wait();
    };
    const visibility = () => {
      clearTimeout(timer);
      if (!document.hidden) void round();
    };
    document.addEventListener('visibilitychange', visibility, { signal });
    wait();
    return () => {
      leaving.abort();
      clearTimeout(timer);
    };
  }, [isOn, first, longest]);
};

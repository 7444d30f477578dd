import { useEffect, useRef, useState } from 'preact/hooks';
import type { TalaroError } from '../../../../client/error.ts';
import { asTalaroError } from '../../loading.ts';
import { talaro } from '../../talaro.ts';
import { makeAll, type Outcome, type Plan } from './batches.ts';

export type Phase = 'waiting' | 'running' | 'stopped' | 'failed' | 'done';

/** The making of a plan. @param begins whether it begins by itself, as it was decided just now */
export const useMaking = (plan: Plan, begins: boolean) => {
  const [phase, setPhase] = useState<Phase>(begins ? 'running' : 'waiting');
  const [error, setError] = useState<TalaroError | null>(null);
  const [outcomes, setOutcomes] = useState<ReadonlyMap<number, Outcome>>(new Map());
  const known = useRef(new Map<number, Outcome>());
  const running = useRef<AbortController | null>(null);
  const run = async () => {
    if (running.current) return;
    const stopping = new AbortController();
    running.current = stopping;
    setPhase('running');
    setError(null);
    try {
      await makeAll(plan, {
        talaro,
        known: known.current,
        signal: stopping.signal,
        onOutcomes: (found) => {
          for (const outcome of found) known.current.set(outcome.row, outcome);
          setOutcomes(new Map(known.current));
        },
      });
      setPhase('done');
    } catch (cause) {
      if (!stopping.signal.aborted) setError(asTalaroError(cause));
      setPhase(stopping.signal.aborted ? 'stopped' : 'failed');
    } finally {
      running.current = null;
    }
  };
  useEffect(() => {
    if (begins) void run();
    return () => running.current?.abort();
  }, []);
  return {
    phase,
    error,
    outcomes,
    run: () => void run(),
    stop: () => running.current?.abort(),
  };
};

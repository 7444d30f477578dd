import { TalaroError } from './error.ts';
import type { Route } from './routes.ts';

/** Nothing has happened on the server after these, so that every call may be tried again. */
const nothingHappened = new Set(['conflict', 'throttled', 'too_many_requests']);

/** Tried again only where the server says when: without that, it would fail again. */
const onlyWhenTold = new Set([...nothingHappened, 'ai_unavailable', 'budget_reached']);

const lost = ({ code, status }: TalaroError) => code === 'unreachable' || status >= 500;

const mayRepeat = (error: TalaroError, { isRepeatable }: Route): boolean => {
  if (onlyWhenTold.has(error.code) && error.retry_after === null) return false;
  return nothingHappened.has(error.code) || (isRepeatable && lost(error));
};

/**
 * How long to wait before a call is tried again, in ms; null where it must not or need not be. A bit
 * more than it was told, by chance, so that many who wait do not come back at once.
 * @param attempt how many have failed
 * @param longest what the caller is willing to wait, in ms
 */
export const waitBefore = (
  error: unknown,
  route: Route,
  attempt: number,
  { attempts, longest }: { attempts: number; longest: number },
): number | null => {
  if (!(error instanceof TalaroError) || attempt >= attempts) return null;
  if (!mayRepeat(error, route)) return null;
  const wait = error.retry_after === null ? 500 * 2 ** (attempt - 1) : error.retry_after * 1000;
  return wait > longest ? null : Math.min(longest, wait * (1 + Math.random() / 4));
};

/** What `work` comes to, unless the signal comes first; the work goes on. @throws the signal's reason */
export const unlessAborted = <T>(work: Promise<T>, signal?: AbortSignal): Promise<T> =>
  new Promise((resolve, reject) => {
    const stop = () => reject(signal?.reason);
    const done = () => signal?.removeEventListener('abort', stop);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(done);
  });

/** Waits, unless the signal comes first. @throws the signal's reason */
export const sleep = async (ms: number, signal?: AbortSignal): Promise<void> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, ms);
  });
  await unlessAborted(over, signal).finally(() => clearTimeout(timer));
};

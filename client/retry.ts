import { TalaroError } from './error.ts';
import type { Route } from './routes.ts';

/** Nothing has happened on the server after these, so that every call may be tried again. */
const nothingHappened = new Set(['conflict', 'throttled', 'too_many_requests']);

/** These methods do the same once or twice. */
const repeatable = new Set(['GET', 'PUT', 'DELETE']);

const lost = (error: TalaroError) => error.status === 0 || error.status >= 500;

/**
 * How long to wait before a call is tried again, in ms; null where it must not or need not be.
 * @param attempt how many have failed
 * @param longest what the caller is willing to wait, in ms
 */
export const waitBefore = (
  error: unknown,
  { method, takesKey }: Route,
  attempt: number,
  { attempts, longest }: { attempts: number; longest: number },
): number | null => {
  if (!(error instanceof TalaroError) || attempt >= attempts) return null;
  const safe = takesKey || repeatable.has(method);
  const again = nothingHappened.has(error.code) ? error.retry_after !== null : safe && lost(error);
  if (!again) return null;
  const wait = error.retry_after === null ? 500 * 2 ** (attempt - 1) : error.retry_after * 1000;
  return wait > longest ? null : wait;
};

/** Waits, unless the signal comes first. @throws the signal's reason */
export const sleep = (ms: number, signal?: AbortSignal): Promise<void> =>
  new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop);
      resolve();
    }, ms);
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
  });

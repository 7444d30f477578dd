import { TalaroError } from './error.ts';

/** Where a client has its access tokens from. */
export interface Session {
  /**
   * The access token to send, or null without a login.
   * @param refused the token that the API has just refused: a new one is needed
   */
  access(refused?: string): Promise<string | null>;
}

/** An access token is asked for again this long before it ends. */
const margin = 30_000;

/** An access token, and the seconds for which it is valid. */
export interface Renewal {
  access: string;
  expires_in: number;
}

/**
 * A session that keeps a token in memory and has it renewed when it is about to end or was refused.
 * Calls at the same time share one renewal.
 * @param renew gets a new token, or null where a new login is needed
 */
export const renewing = (
  renew: () => Promise<Renewal | null>,
  first: Renewal | null = null,
  now: () => number = Date.now,
): Session & { set(next: Renewal | null): void } => {
  let access: string | null = null;
  let ends = 0;
  let pending: Promise<string | null> | null = null;
  let changes = 0;
  const set = (next: Renewal | null) => {
    changes += 1;
    access = next?.access ?? null;
    ends = next ? now() + next.expires_in * 1000 - margin : 0;
  };
  set(first);
  const renewed = async () => {
    const before = changes;
    const next = await renew();
    // Whoever has logged in or out meanwhile has the last word.
    if (changes === before) set(next);
    return access;
  };
  return {
    set,
    access(refused) {
      if (access && access !== refused && now() < ends) return Promise.resolve(access);
      pending ??= renewed().finally(() => {
        pending = null;
      });
      return pending;
    },
  };
};

/** The answer of a renewal, or null where it is refused for good. */
export const unlessRefused = async <T>(renewal: Promise<T>): Promise<T | null> => {
  try {
    return await renewal;
  } catch (error) {
    if (error instanceof TalaroError && error.status === 401) return null;
    throw error;
  }
};

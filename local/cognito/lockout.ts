/** Failed attempts before the first lock, and how long a name is remembered after its last attempt, in ms. */
const freeAttempts = 5;
const memory = 15 * 60 * 1000;
/** Of names that are remembered at once: anyone can try any. */
const mostNames = 10_000;

interface Attempts {
  failed: number;
  lockedUntil: number;
  last: number;
}

/**
 * Locks names out as Cognito does ("Lockout behavior for failed sign-in attempts" in its developer
 * guide): after the nth failed attempt for 2^(n-5) seconds, up to 15 minutes. An attempt on a
 * locked name fails without being counted; a success, or 15 minutes without an attempt, end it.
 * Names of nobody are locked just the same.
 */
export const createLockout = (now: () => number) => {
  // By name, the one tried last at the end.
  const names = new Map<string, Attempts>();

  const attemptsOn = (name: string): Attempts => {
    const known = names.get(name);
    names.delete(name);
    for (const [old, { last }] of names) {
      if (names.size < mostNames && now() - last < memory) break;
      names.delete(old);
    }
    const isRecent = known && now() - known.last < memory;
    const attempts = isRecent ? known : { failed: 0, lockedUntil: 0, last: 0 };
    attempts.last = now();
    names.set(name, attempts);
    return attempts;
  };

  /** Whether the attempt succeeds; null while the name is locked. */
  return async (name: string, verify: () => Promise<boolean>): Promise<boolean | null> => {
    const attempts = attemptsOn(name);
    if (now() < attempts.lockedUntil) return null;
    const matches = await verify();
    // Locked by others of the same moment: of many guesses sent at once only five are heard.
    if (now() < attempts.lockedUntil) return null;
    if (matches) {
      names.delete(name);
      return true;
    }
    attempts.failed++;
    if (attempts.failed >= freeAttempts) {
      const seconds = 2 ** (attempts.failed - freeAttempts);
      attempts.lockedUntil = now() + Math.min(seconds * 1000, memory);
    }
    return false;
  };
};

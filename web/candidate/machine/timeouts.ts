/** Marks of a wait: after the first the page shows what it does, after the second that it is slow. */
export const marks = [1_000, 9_000] as const;

/** How long a stored answer may wait for its feedback before the interview continues without it. */
export const feedbackTimeout = 10_000;

/** Pause after the last keystroke, and the longest a draft stays unsaved while typing continues. */
export const draftRest = 1_500;
export const draftLimit = 6_000;

/** How often an early visitor's countdown is corrected by the server. */
export const recheck = 300_000;

/** When the page looks at the link's end, in ms before it: two notices, the last save, the end. */
export const endMarks = [600_000, 120_000, 3_000, 0] as const;

/** How long after the link's end more time can be asked for: `requestsAfter` of the window. */
export const requestsAfter = 86_400_000;

/**
 * The pause before attempt `failures + 1`, in ms: 1, 2, 4, then 8 seconds. A longer wait that the
 * server asks for is respected, up to two minutes.
 */
export const backoff = (failures: number, after = 0): number =>
  Math.max(Math.min(500 * 2 ** failures, 8_000), Math.min(after, 120_000));

/** The pause before the next poll for a late evaluation: 2 seconds, doubling up to one minute. */
export const pollPause = (polls: number): number => Math.min(2_000 * 2 ** polls, 60_000);

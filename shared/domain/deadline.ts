/** How long something may take at most. */
export interface Deadline {
  /** Milliseconds since the epoch. */
  at: number;
}

/** What the table and the answer need after the last call to a model, in ms. */
const reserve = 2_000;

/** The one deadline of an invocation, from the time that Lambda says is left, in ms. */
export const deadlineOf = (context: { getRemainingTimeInMillis(): number }): Deadline => ({
  at: Date.now() + context.getRemainingTimeInMillis() - reserve,
});

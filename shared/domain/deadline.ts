/** How long something may take at most. */
export interface Deadline {
  /** Milliseconds since the epoch. */
  at: number;
}

/** Time reserved for the table and the response after the last call to a model, in ms. */
const reserve = 2_000;

/** The one deadline of an invocation, from the remaining time that Lambda reports. */
export const deadlineOf = (context: { getRemainingTimeInMillis(): number }): Deadline => ({
  at: Date.now() + context.getRemainingTimeInMillis() - reserve,
});

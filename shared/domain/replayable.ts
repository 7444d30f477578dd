/** What a request made, or, sent again under its Idempotency-Key, had made before. */
export interface Replayable<Made> {
  body: Made;
  replayed: boolean;
}

import * as z from 'zod';
import { Decision } from './interview.ts';

/** How many reviews one interview may have, from the public contract. */
export const mostReviews = 50;

/** A recruiter's review of a completed interview. It is never changed; a later one stands beside it. */
export const Review = z.object({
  /** From 1, in the order in which they were made. */
  number: z.int().min(1),
  decision: Decision,
  reason: z.string(),
  /** The reviewer's own; it replaces the computed one nowhere. */
  score: z.int().min(0).max(100).nullable(),
  /** `recruiter:<user id>` or `machine:<client id>`. */
  actor: z.string(),
  made_at: z.string(),
});
export type Review = z.infer<typeof Review>;

import type { AccommodationView } from '../contract/accommodation-view.ts';
import type { ReviewView } from '../contract/review-view.ts';
import type { Review } from '../domain/review.ts';
import type { Accommodation } from '../domain/session.ts';
import { nameOfActor } from './audit-entry.ts';

type Names = ReadonlyMap<string, string>;

/** A review with the name of whoever made it. */
export const namedReview = (review: Review, names: Names): ReviewView => ({
  ...review,
  actor_name: nameOfActor(review.actor, names),
});

/** A request for an accommodation with the name of whoever saw to it. */
export const namedAccommodation = (one: Accommodation, names: Names): AccommodationView => ({
  ...one,
  handled: one.handled ?? false,
  handled_by_name: nameOfActor(one.handled_by ?? '', names),
});

import * as z from 'zod';
import { Review } from '../domain/review.ts';

/** A review with the name of whoever made it. */
export const ReviewView = Review.extend({ actor_name: z.string().nullable() });
export type ReviewView = z.infer<typeof ReviewView>;

import * as z from 'zod';
import { Accommodation } from '../domain/session.ts';

/** A request for an accommodation with the name of whoever saw to it. */
export const AccommodationView = Accommodation.extend({
  handled: z.boolean(),
  handled_by_name: z.string().nullable(),
});
export type AccommodationView = z.infer<typeof AccommodationView>;

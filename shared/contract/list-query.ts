import * as z from 'zod';

const most = 100;

/** How many items a page may have, and where it begins; shared by all lists. */
export const listQuery = {
  limit: z
    .string()
    .regex(/^\d{1,3}$/, 'must be a number from 1 to 100')
    .transform(Number)
    .pipe(z.int().min(1).max(most))
    .default(50),
  cursor: z.string().max(1024).optional(),
};

/** Where the next page begins, or null after the last one. */
export const nextCursor = z.string().nullable();

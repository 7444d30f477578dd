import * as z from 'zod';

/** Something in a request that cannot be taken. */
export const Issue = z.object({ path: z.string(), message: z.string() });

/** The refusal of one row of a request for many things, as it would be the answer to that row alone. */
export const RowRefusal = z.object({
  error: z.string(),
  code: z.string(),
  issues: z.array(Issue).optional(),
  /** Seconds after which to try again; absent where that is not known. */
  retry_after: z.int().optional(),
  request_id: z.string().optional(),
});
export type RowRefusal = z.infer<typeof RowRefusal>;

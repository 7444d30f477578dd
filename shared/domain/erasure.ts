import * as z from 'zod';

/** Why an interview is erased: somebody asked for it, its retention ended, or it should not be there. */
export const ErasureReason = z.enum(['requested', 'retention', 'mistake']);
export type ErasureReason = z.infer<typeof ErasureReason>;

import * as z from 'zod';

/** The feedback on an answer that a candidate sees: no number, level or verdict. */
export const Feedback = z.object({ strength: z.string(), tip: z.string() });

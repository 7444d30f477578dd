import * as z from 'zod';

/** What a candidate is told of an answer: no number, level or verdict. */
export const Feedback = z.object({ strength: z.string(), tip: z.string() });

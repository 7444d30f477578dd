import * as z from 'zod';
import { Provenance } from '../domain/provenance.ts';

/** The feedback on an answer that a candidate sees: no number, level or verdict. */
export const Feedback = z.object({
  strength: z.string(),
  tip: z.string(),
  /** `offline`: a demonstration without a language model. */
  evaluator: Provenance.shape.evaluator,
});
export type Feedback = z.infer<typeof Feedback>;

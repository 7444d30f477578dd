import * as z from 'zod';
import { Provenance } from '../domain/provenance.ts';
import { Recommendation } from '../domain/score.ts';
import { Id } from '../domain/text.ts';

/** The result of a completed interview; all null while it is still being evaluated. */
export const Result = z.object({
  evaluation: z.string().nullable(),
  score: z.int().min(0).max(100).nullable(),
  strengths: z.string().nullable(),
  areas_for_improvement: z.string().nullable(),
  recommendation: Recommendation.nullable(),
  evaluator: Provenance.shape.evaluator.nullable(),
  /** Whether a person has to review it: no score, a flagged answer, or no language model. */
  needs_human: z.boolean(),
  /** The candidate's own words that the evaluation is based on. */
  evidence: z.array(
    z.object({ question_id: Id, question: z.string(), quotes: z.array(z.string()) }),
  ),
});
export type Result = z.infer<typeof Result>;

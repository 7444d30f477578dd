import * as z from 'zod';
import { Provenance } from './provenance.ts';
import { Level } from './rubric.ts';

/** A signal that a human has to look. It never changes a score. */
export const Flag = z.object({
  kind: z.enum(['instructions_in_answer', 'second_opinion_differs', 'guardrail', 'other']),
  detail: z.string().max(300),
});
export type Flag = z.infer<typeof Flag>;

/** One criterion's outcome. With `level: null` it was not scored; `not_scored` says why. */
export const CriterionLevel = z.object({
  criterion_id: z.string(),
  level: Level.nullable(),
  /** Exact passages of the answer, each verified to appear in it. Level 1 may have none. */
  quotes: z.array(z.string()),
  /** Passages of the answer that show a warning sign; each holds the level at 2 at most. */
  warning_signs: z.array(z.string()).optional(),
  /** Why this level, in one sentence for recruiters. Readings made before 2026-11-26 have none. */
  reason: z.string().max(600).optional(),
  not_scored: z
    .enum([
      'quote_not_found',
      'no_quote',
      /** Level 4 or 5 on fewer words of evidence than that takes. */
      'short_quote',
      /** Its only passages carry two other criteria already. */
      'shared_quote',
      /** Level 1 throughout a long answer, which a second reading does not confirm. */
      'not_confirmed',
      'no_level',
      'refused',
      /** The offline reader reads English only. */
      'language',
    ])
    .nullable(),
});
export type CriterionLevel = z.infer<typeof CriterionLevel>;

/** The checked reading of one answer: levels with evidence, and feedback for the candidate. */
export const Assessment = z.object({
  /** `needs_human` if a level could not be supported by quotes. */
  status: z.enum(['scored', 'needs_human']),
  criteria: z.array(CriterionLevel),
  /** For the candidate: contains no number, level or verdict. */
  feedback: z.object({ strength: z.string(), tip: z.string() }),
  flags: z.array(Flag),
  rubric_version: z.int(),
  /** The version of the kit that the interview copied; interviews before kits have none. */
  kit_version: z.int().optional(),
  provenance: Provenance,
  /** Where the second reading came from, when there was one. */
  second_opinion: Provenance.optional(),
});
export type Assessment = z.infer<typeof Assessment>;

import * as z from 'zod';
import { exactText, Id } from './text.ts';

/** One level of a rubric: 1 shows none of what is wanted, 5 all of it. */
export const Level = z.int().min(1).max(5);

/** An id that is unique within its set, made from a name. */
const Slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens');

/** What a job requires, derived from the job alone: all its candidates face the same set. */
export const Competency = z.object({
  /** Stable within its set: lower case, digits and hyphens. */
  id: Slug,
  name: exactText(120, 1),
  description: exactText(600, 1),
  /** Share of the total, in (0, 1]; the weights of a set add up to 1. */
  weight: z.number().positive().max(1),
});
export type Competency = z.infer<typeof Competency>;

/** One thing an answer is judged by, with what an answer shows at levels 1, 3 and 5. */
export const Criterion = z.object({
  id: Slug,
  name: exactText(120, 1),
  anchors: z.object({
    1: exactText(600, 1),
    3: exactText(600, 1),
    5: exactText(600, 1),
  }),
  /** What an answer has to contain to show this, as short phrases. */
  evidence_wanted: z.array(exactText(300, 1)).min(1).max(8),
  /** What an answer must not contain: one that is quoted holds the criterion at level 2 at most. */
  warning_signs: z.array(exactText(300, 1)).max(8).optional(),
  /** Share of the question's score, in (0, 1]; the weights of a rubric add up to 1. */
  weight: z.number().positive().max(1),
});
export type Criterion = z.infer<typeof Criterion>;

/** How one question's answers are judged; fixed before the first answer. */
export const Rubric = z.object({
  version: z.int().min(1),
  criteria: z.array(Criterion).min(1).max(4),
});
export type Rubric = z.infer<typeof Rubric>;

/** Where a piece of model output came from, kept beside it. */
export const Provenance = z.object({
  /**
   * `openai-compatible` is a model that `npm start` was given by its URL; `offline` means that no
   * language model was called.
   */
  evaluator: z.enum(['bedrock', 'openai-compatible', 'offline']),
  model_id: z.string(),
  prompt_version: z.string(),
  /** SHA-256 (hex) of the system prompt and output schema that were sent. */
  prompt_hash: z.string(),
  input_tokens: z.int().min(0),
  output_tokens: z.int().min(0),
  made_at: z.string(),
});
export type Provenance = z.infer<typeof Provenance>;

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
  provenance: Provenance,
  /** Where the second reading came from, when there was one. */
  second_opinion: Provenance.optional(),
});
export type Assessment = z.infer<typeof Assessment>;

/** One question of an interview, with the rubric that its answers are judged by. */
export const Question = z.object({
  id: Id,
  /**
   * From 1, in the order in which the candidate sees the questions. A follow-up has its question's
   * order plus one half, so that nothing has to be renumbered when it is inserted.
   */
  order: z.number().min(1),
  text: exactText(1_200, 1),
  /** One sentence before the question that refers to the résumé. Nothing that scores sees it. */
  lead_in: exactText(300, 1).optional(),
  type: z.string(),
  competency_id: z.string(),
  /** Share of the total, in (0, 1]; the weights of an interview add up to 1. */
  weight: z.number().positive().max(1),
  rubric: Rubric,
  /** Path on the same origin, or null if there is no voice. */
  audio_url: z.string().nullable(),
  /** The question that this one follows up, and whose rubric and weight it shares. */
  follow_up_to: Id.optional(),
  /** Where a follow-up came from; the session has the provenance of the other questions. */
  provenance: Provenance.optional(),
});
export type Question = z.infer<typeof Question>;

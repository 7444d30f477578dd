import * as z from 'zod';
import { kitLimits } from './kit-limits.ts';
import { Provenance } from './provenance.ts';
import { exactText, Id } from './text.ts';

/** One level of a rubric: 1 shows none of what is wanted, 5 all of it. */
export const Level = z.int().min(1).max(5);

/** An id that is unique within its set, made from a name. */
const Slug = z
  .string()
  .max(64)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters, digits and single hyphens');

const Name = exactText(kitLimits.name, 1);
const Sentences = exactText(kitLimits.sentences, 1);
const Phrase = exactText(kitLimits.phrase, 1);

/** A share of a total, in (0, 1]; the shares of a set add up to 1. */
const Weight = z.number().positive().max(1);

/** What a job requires, derived from the job alone: all its candidates face the same set. */
export const Competency = z.object({
  /** Stable within its set: lower case, digits and hyphens. */
  id: Slug,
  name: Name,
  description: Sentences,
  /** Share of the total, in (0, 1]; the weights of a set add up to 1. */
  weight: Weight,
});
export type Competency = z.infer<typeof Competency>;

/** One thing an answer is judged by, with what an answer shows at levels 1, 3 and 5. */
export const Criterion = z.object({
  id: Slug,
  name: Name,
  anchors: z.object({
    1: Sentences,
    3: Sentences,
    5: Sentences,
  }),
  /** What an answer has to contain to show this, as short phrases. */
  evidence_wanted: z.array(Phrase).min(1).max(kitLimits.evidence),
  /** What an answer must not contain: one that is quoted holds the criterion at level 2 at most. */
  warning_signs: z.array(Phrase).max(kitLimits.warning_signs).optional(),
  /** Share of the question's score, in (0, 1]; the weights of a rubric add up to 1. */
  weight: Weight,
});
export type Criterion = z.infer<typeof Criterion>;

/** How one question's answers are judged; fixed before the first answer. */
export const Rubric = z.object({
  version: z.int().min(1),
  criteria: z.array(Criterion).min(1).max(kitLimits.criteria),
});
export type Rubric = z.infer<typeof Rubric>;

/** One question of an interview, with the rubric that its answers are judged by. */
export const Question = z.object({
  id: Id,
  /**
   * From 1, in the order in which the candidate sees the questions. A follow-up has its question's
   * order plus one half, so that nothing has to be renumbered when it is inserted.
   */
  order: z.number().min(1),
  text: exactText(kitLimits.question, 1),
  /** One sentence before the question that refers to the résumé. Nothing that scores sees it. */
  lead_in: exactText(300, 1).optional(),
  type: z.string(),
  competency_id: z.string(),
  /** Share of the total, in (0, 1]; the weights of an interview add up to 1. */
  weight: Weight,
  rubric: Rubric,
  /** Path on the same origin, or null if there is no voice. */
  audio_url: z.string().nullable(),
  /** The question that this one follows up, and whose rubric and weight it shares. */
  follow_up_to: Id.optional(),
  /** Where a follow-up came from; the session has the provenance of the other questions. */
  provenance: Provenance.optional(),
});
export type Question = z.infer<typeof Question>;

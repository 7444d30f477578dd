import * as z from 'zod';
import { Brief } from '../domain/interview.ts';
import { Kit, VersionStatus } from '../domain/kit.ts';
import { areUnique, KitContent, KitVersion } from '../domain/kit-content.ts';
import { addUpToOne, kitLimits } from '../domain/kit-limits.ts';
import { Competency, Criterion, Question } from '../domain/rubric.ts';
import { Id } from '../domain/text.ts';

/** In lower case, as ids are stored. One that is not a UUID matches nothing, which is a 404. */
export const kitParams = z.object({ kit_id: z.string().toLowerCase() });

export const VersionNumber = z.int().min(1);

/** One version of a kit as recruiters see it, with the states of all versions. */
export const KitView = Kit.omit({ job_hash: true, revision: true }).extend({
  job_description: Brief.shape.job_description,
  version: VersionNumber,
  status: VersionStatus.shape.status,
  versions: z.array(
    VersionStatus.extend({
      /** How many interviews have their questions from it. */
      interviews: z.int(),
    }),
  ),
  competencies: KitContent.shape.competencies,
  questions: KitContent.shape.questions,
  provenance: KitVersion.shape.provenance,
});
export type KitView = z.infer<typeof KitView>;

/** A kit in a list: its newest version in short. */
export const KitSummary = Kit.omit({ job_hash: true, revision: true, versions: true }).extend({
  version: VersionNumber,
  status: VersionStatus.shape.status,
  /** The newest version that is approved. */
  approved_version: VersionNumber.nullable(),
});

/** A rubric as a recruiter sends it; ids that are missing are made from the names. */
export const RubricSent = z.object({
  criteria: z
    .array(Criterion.partial({ id: true }))
    .min(1)
    .max(kitLimits.criteria)
    .refine(addUpToOne, { error: 'must have weights that add up to 1' })
    .refine((criteria) => areUnique(criteria.flatMap(({ id }) => id ?? [])), {
      error: 'must have unique ids',
    }),
});
export type RubricSent = z.infer<typeof RubricSent>;

/** A question as a recruiter sends it with a new kit. */
export const QuestionGiven = z.object({
  text: Question.shape.text,
  competency: Competency.shape.name.optional(),
  rubric: RubricSent.optional(),
});

/** A question of the next version: what is left out stays; without an id it is a new one. */
export const QuestionSent = z.object({
  id: Id.optional(),
  text: Question.shape.text.optional(),
  competency_id: Competency.shape.id.optional(),
  weight: Question.shape.weight.optional(),
  rubric: RubricSent.optional(),
});
export type QuestionSent = z.infer<typeof QuestionSent>;

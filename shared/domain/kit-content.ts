import * as z from 'zod';
import { mostQuestions } from './defaults.ts';
import { addUpToOne, kitLimits } from './kit-limits.ts';
import { Provenance } from './provenance.ts';
import { Competency, Question } from './rubric.ts';

/** One question of a kit; an interview copies it, id included. */
export const KitQuestion = Question.pick({
  id: true,
  text: true,
  competency_id: true,
  weight: true,
  rubric: true,
});
export type KitQuestion = z.infer<typeof KitQuestion>;

export const areUnique = (ids: readonly unknown[]) => new Set(ids).size === ids.length;

/** A version takes at most this many bytes, so that it fits into an item of the table. */
const maxBytes = 300 * 1024;

/** The most competencies that one interview can ask about. */
export const maxCompetencies = kitLimits.competencies;

/** What a kit asks and how it judges. Never changed: another content is another version. */
export const KitContent = z
  .object({
    competencies: z.array(Competency).min(1).max(maxCompetencies),
    questions: z.array(KitQuestion).min(1).max(mostQuestions),
  })
  .superRefine((content, context) => {
    const { competencies, questions } = content;
    const refuse = (path: PropertyKey[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const weights = 'must have weights that add up to 1';
    const ids = 'must have unique ids';
    if (!addUpToOne(competencies)) refuse(['competencies'], weights);
    if (!areUnique(competencies.map(({ id }) => id))) refuse(['competencies'], ids);
    if (!addUpToOne(questions)) refuse(['questions'], weights);
    if (!areUnique(questions.map(({ id }) => id))) refuse(['questions'], ids);
    for (const [n, { competency_id, rubric }] of questions.entries()) {
      const at = ['questions', n, 'rubric', 'criteria'];
      if (!competencies.some(({ id }) => id === competency_id)) {
        refuse(['questions', n, 'competency_id'], 'must be the id of one of the competencies');
      }
      if (!addUpToOne(rubric.criteria)) refuse(at, weights);
      if (!areUnique(rubric.criteria.map(({ id }) => id))) refuse(at, ids);
    }
    if (Buffer.byteLength(JSON.stringify(content)) > maxBytes) {
      refuse([], 'must be at most 300 KB as a version of the kit');
    }
  });
export type KitContent = z.infer<typeof KitContent>;

/** One version of a kit as it is stored; its content was checked when it was made. */
export const KitVersion = z.object({
  ...KitContent.shape,
  version: z.int().min(1),
  /** Every use of a model that wrote something in it. */
  provenance: z.array(Provenance),
});
export type KitVersion = z.infer<typeof KitVersion>;

import * as z from 'zod';
import type { Assessment } from '../../../shared/domain/assessment.ts';
import type { Question, Rubric } from '../../../shared/domain/rubric.ts';
import { scoreAnswer } from '../../../shared/domain/score.ts';

/** The result of one assessment, as far as the measures need it. */
export const Outcome = z.object({
  /** 0–100, by shared/domain/score.ts; null if the answer was not scored. */
  score: z.number().nullable(),
  /** Level by criterion id; null if that criterion was not scored. */
  levels: z.record(z.string(), z.number().nullable()),
  quotes: z.array(z.string()),
  /** Whether instructions in the answer were reported. */
  flagged: z.boolean(),
  /** How the interviewer failed, or null. */
  failure: z.string().nullable(),
});
export type Outcome = z.infer<typeof Outcome>;

/** An assessment as an outcome. */
export const outcomeOf = (rubric: Rubric, assessment: Assessment): Outcome => ({
  score: scoreAnswer(asQuestion(rubric), assessment),
  levels: Object.fromEntries(
    assessment.criteria.map(({ criterion_id, level }) => [criterion_id, level]),
  ),
  quotes: assessment.criteria.flatMap(({ quotes }) => quotes),
  flagged: assessment.flags.some(({ kind }) => kind === 'instructions_in_answer'),
  failure: null,
});

/** An answer that the interviewer failed on: no number. */
export const failedOutcome = (failure: string): Outcome => ({
  score: null,
  levels: {},
  quotes: [],
  flagged: false,
  failure,
});

/** The overall level 1–5: the score on the level scale, rounded half up; null if not scored. */
export const overallLevel = ({ score }: Pick<Outcome, 'score'>): number | null =>
  score === null ? null : Math.floor(1 + score / 25 + 0.5 + 1e-9);

/** The scoring rule takes a question; of the harness's questions only the rubric matters to it. */
const asQuestion = (rubric: Rubric): Question => ({
  id: '00000000-0000-4000-8000-000000000000',
  order: 1,
  text: '-',
  type: 'general',
  competency_id: 'any',
  weight: 1,
  rubric,
  audio_url: null,
});

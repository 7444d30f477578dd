import * as z from 'zod';
import type { Assessment } from './assessment.ts';
import type { Question } from './rubric.ts';
import { thresholds } from './thresholds.ts';

export const Recommendation = z.enum(['Strong Yes', 'Yes', 'Maybe', 'No']);
export type Recommendation = z.infer<typeof Recommendation>;

/** The recommendation for a total of 0–100. */
export const recommend = (total: number): Recommendation =>
  thresholds.find(([lowest]) => total >= lowest)?.[1] ?? 'No';

/** A level 1–5 as points 0–100. */
const points = (level: number) => (level - 1) * 25;

/**
 * The score of one answer, 0–100 and not rounded: the weighted mean of its criteria's points.
 * Null if any criterion is not scored: leaving one out could raise the mean of the rest.
 */
export const scoreAnswer = (question: Question, assessment: Assessment): number | null => {
  let sum = 0;
  let weights = 0;
  for (const { id, weight } of question.rubric.criteria) {
    const level = assessment.criteria.find((made) => made.criterion_id === id)?.level;
    if (level === null || level === undefined) return null;
    sum += weight * points(level);
    weights += weight;
  }
  return weights > 0 ? sum / weights : null;
};

export const QuestionScore = z.object({
  question_id: z.string(),
  status: z.enum(['scored', 'not_answered', 'needs_human', 'pending']),
  /** 0–100, one decimal; 0 if not answered; null if not scored, as when no question was answered. */
  score: z.number().nullable(),
});
export type QuestionScore = z.infer<typeof QuestionScore>;

export const Total = z.object({
  status: z.enum(['scored', 'needs_human', 'pending']),
  /** Integer 0–100, or null if it was not scored. */
  score: z.int().min(0).max(100).nullable(),
  recommendation: Recommendation.nullable(),
  questions: z.array(QuestionScore),
});
export type Total = z.infer<typeof Total>;

/** A question to score: not answered, answered but not yet assessed, or assessed. */
export interface Scorable {
  question: Question;
  answered: boolean;
  assessment: Assessment | null;
}

/**
 * What an answer and the answer to its follow-up show together: the better level of each criterion.
 * A follow-up is a second chance, so it can raise a score and never lower one.
 */
const together = (assessment: Assessment, further: Assessment): Assessment => ({
  ...assessment,
  criteria: assessment.criteria.map((one) => {
    const other = further.criteria.find(({ criterion_id }) => criterion_id === one.criterion_id);
    const better = one.level !== null && other?.level && other.level > one.level;
    return better ? other : one;
  }),
});

/** Joins each follow-up with its question; an unanswered follow-up changes nothing. */
const joined = (scorables: readonly Scorable[]): Scorable[] =>
  scorables
    .filter(({ question }) => question.follow_up_to === undefined)
    .map((scorable) => {
      const further = scorables.find(
        ({ question, answered }) => answered && question.follow_up_to === scorable.question.id,
      );
      if (!further || !scorable.assessment) return scorable;
      const { assessment } = further;
      return {
        ...scorable,
        // An unread answer leaves the pair unread, however well the first one did.
        assessment: assessment && together(scorable.assessment, assessment),
      };
    });

/**
 * The total of an interview: the mean of its questions' scores by their weights, rounded half up.
 * A question that was not answered counts 0. One answer that is pending or needs a human leaves the
 * whole total unscored: a number made from the rest would be a guess about this one. So does an
 * interview without any answer: it says nothing about its candidate, who may have met one of our faults.
 * A follow-up has no weight of its own; its answer counts with that of its question.
 */
export const scoreInterview = (all: readonly Scorable[]): Total => {
  const scorables = joined(all);
  const none = !scorables.some(({ answered }) => answered);
  const questions = scorables.map(({ question, answered, assessment }): QuestionScore => {
    const question_id = question.id;
    if (!answered) return { question_id, status: 'not_answered', score: none ? null : 0 };
    if (!assessment) return { question_id, status: 'pending', score: null };
    const score = scoreAnswer(question, assessment);
    if (score === null) return { question_id, status: 'needs_human', score: null };
    return { question_id, status: 'scored', score: Math.round(score * 10) / 10 };
  });
  const unscored = (['pending', 'needs_human'] as const).find((status) =>
    questions.some((question) => question.status === status),
  );
  if (unscored) return { status: unscored, score: null, recommendation: null, questions };
  let sum = 0;
  let weights = 0;
  for (const { question, answered, assessment } of scorables) {
    weights += question.weight;
    if (answered && assessment) sum += question.weight * (scoreAnswer(question, assessment) ?? 0);
  }
  if (none || weights === 0) {
    return { status: 'needs_human', score: null, recommendation: null, questions };
  }
  // The epsilon keeps a half summed in floating point (weights such as 0.1) from rounding down.
  const score = Math.floor(sum / weights + 0.5 + 1e-9);
  return { status: 'scored', score, recommendation: recommend(score), questions };
};

import type { Question } from './rubric.ts';
import type { QuestionScore } from './score.ts';

// The names of what reports count. Each is an attribute of a stored item, so that none may change.

/**
 * Ten bands of a score from 0 to 100: 0 is 0–9, 9 is 90–100. The epsilon keeps a mean summed in floating
 * point (weights such as 0.1) out of the band below.
 */
const bandOfScore = (score: number): number => Math.min(9, Math.floor(score / 10 + 1e-9));

/** Upper ends, in seconds, of the bands of the time from a question to its answer; the last is open. */
export const answerBands = [30, 60, 120, 180, 300, 600, 1200, 1800, 3600] as const;

/** The band of a time in seconds: the index of its upper end in `answerBands`, which belongs to it. */
export const bandOfTime = (seconds: number): number => {
  const found = answerBands.findIndex((end) => seconds <= end);
  return found < 0 ? answerBands.length : found;
};

/** An evaluation as far as it is counted. */
interface Scored {
  score: number | null;
  questions: readonly QuestionScore[];
}

export const scoreName = (band: number) => `score:${band}`;
export const competencyName = (competency_id: string, band: number) =>
  `competency:${competency_id}:${band}`;
export const timeName = (band: number) => `time:${band}`;

/** The score of each competency, 0–100: the mean of its questions by weight, if all have a score. */
export const competencyScores = (questions: readonly Question[], evaluation: Scored) => {
  const asked = questions.filter(({ follow_up_to }) => follow_up_to === undefined);
  return [...Map.groupBy(asked, ({ competency_id }) => competency_id)].flatMap(([id, of]) => {
    const scores = of.map(({ id, weight }) => ({
      weight,
      score: evaluation.questions.find(({ question_id }) => question_id === id)?.score ?? null,
    }));
    if (scores.some(({ score }) => score === null)) return [];
    const weights = scores.reduce((sum, { weight }) => sum + weight, 0);
    const sum = scores.reduce((total, { weight, score }) => total + weight * (score ?? 0), 0);
    return weights > 0 ? [[id, sum / weights] as const] : [];
  });
};

/** What an evaluation adds to the reports: its score, and that of each competency, by band. */
export const countsOfScore = (
  questions: readonly Question[],
  evaluation: Scored,
): Record<string, number> => ({
  ...(evaluation.score !== null && { [scoreName(bandOfScore(evaluation.score))]: 1 }),
  ...Object.fromEntries(
    competencyScores(questions, evaluation).map(([id, score]) => [
      competencyName(id, bandOfScore(score)),
      1,
    ]),
  ),
});

/** The same amounts, to be taken away. */
export const negative = (counts: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(counts).map(([name, by]) => [name, -by]));

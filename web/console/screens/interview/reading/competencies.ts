import { competencyScores } from '../../../../../shared/domain/counts.ts';
import { type Evaluation, type Interview, shownScore } from './read.ts';

export interface CompetencyRow {
  id: string;
  name: string;
  /** Share of the total, in (0, 1]. */
  weight: number;
  /** 0–100; null where it has no score. */
  score: number | null;
  /** The same in the evaluation before; undefined where there is none. */
  was: number | null | undefined;
  /** How many of its questions have no answer; each counts 0. */
  unanswered: number;
}

const scoresOf = ({ questions }: Interview, evaluation: Evaluation) =>
  new Map(competencyScores(questions, evaluation));

const shown = (score: number | undefined) => (score === undefined ? null : shownScore(score));

/** Each competency of the job, by weight as the kit has them, and what an evaluation says of it. */
export const competencyRows = (
  interview: Interview,
  evaluation: Evaluation,
  before: Evaluation | null,
): CompetencyRow[] => {
  const now = scoresOf(interview, evaluation);
  const earlier = before && scoresOf(interview, before);
  const statuses = new Map(evaluation.questions.map((one) => [one.question_id, one.status]));
  const asked = Map.groupBy(
    interview.questions.filter(({ follow_up_to }) => follow_up_to === undefined),
    ({ competency_id }) => competency_id,
  );
  const known = new Map(interview.competencies.map((one) => [one.id, one]));
  return [...new Set([...known.keys(), ...asked.keys()])].map((id) => {
    const questions = asked.get(id) ?? [];
    return {
      id,
      name: known.get(id)?.name ?? id.replaceAll('-', ' '),
      weight: known.get(id)?.weight ?? questions.reduce((sum, { weight }) => sum + weight, 0),
      score: shown(now.get(id)),
      was: earlier ? shown(earlier.get(id)) : undefined,
      unanswered: questions.filter((one) => statuses.get(one.id) === 'not_answered').length,
    };
  });
};

import type { Completed } from '../contract/endpoints/complete-interview.ts';
import type { Result } from '../contract/result.ts';
import { askedText, type Evaluation } from '../domain/session.ts';
import type { Admitted } from '../links/admission.ts';
import { evaluatorOf } from './demonstration.ts';

/** A result that does not exist yet: it contains no number. */
const pending: Result = {
  evaluation: null,
  score: null,
  strengths: null,
  areas_for_improvement: null,
  recommendation: null,
  evaluator: null,
  needs_human: false,
  evidence: [],
};

/** The result of a sealed interview for its candidate: the newest evaluation, or a pending one. */
export const resultOf = (record: Pick<Admitted, 'questions' | 'evaluations'>): Result => {
  const newest = record.evaluations.at(-1);
  if (!newest) return pending;
  const { evaluation, score, strengths, areas_for_improvement, recommendation } = newest;
  return {
    evaluation,
    score,
    strengths,
    areas_for_improvement,
    recommendation,
    // One part that no language model made leaves the whole a demonstration.
    evaluator: evaluatorOf(newest),
    needs_human: newest.needs_human,
    evidence: record.questions.map(({ id, ...question }) => ({
      question_id: id,
      question: askedText(question),
      quotes: quotesOn(newest, id),
    })),
  };
};

/** What was quoted of the answer to a question, each passage once. */
const quotesOn = ({ assessments }: Evaluation, id: string): string[] => {
  const made = assessments.find(({ question_id }) => question_id === id)?.assessment;
  return [...new Set(made?.criteria.flatMap(({ quotes }) => quotes))];
};

/** The response of complete-interview for a sealed interview. */
export const completedView = (
  record: Pick<Admitted, 'session' | 'questions' | 'responses' | 'evaluations'>,
): Completed => {
  const result = resultOf(record);
  const done = result.evaluation !== null;
  return {
    ...result,
    session_id: record.session.session_id,
    total_questions: record.questions.length,
    answered_questions: record.responses.length,
    status: done ? 'completed' : 'evaluating',
    message: done
      ? 'Interview completed successfully'
      : 'Your answers are saved. The evaluation is in progress and will be available here later',
  };
};

import type { Evaluation } from '../domain/session.ts';

/**
 * Whether any part of an evaluation was made without a language model. It is then a demonstration, and
 * a person has to judge.
 */
export const isDemonstration = ({
  assessments,
  provenance,
}: Pick<Evaluation, 'assessments' | 'provenance'>): boolean =>
  [provenance, ...assessments.map(({ assessment }) => assessment?.provenance)].some(
    (one) => one?.evaluator === 'offline',
  );

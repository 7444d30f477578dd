import type { Evaluation } from '../domain/session.ts';

type Made = Pick<Evaluation, 'assessments' | 'provenance'>;

/**
 * Whether any part of an evaluation was made without a language model. It is then a demonstration, and
 * a person has to judge.
 */
export const isDemonstration = ({ assessments, provenance }: Made): boolean =>
  [provenance, ...assessments.map(({ assessment }) => assessment?.provenance)].some(
    (one) => one?.evaluator === 'offline',
  );

import { noModel, type Provenance } from '../domain/provenance.ts';
import type { Evaluation } from '../domain/session.ts';

/**
 * Who did a piece of work: `offline` if any part of it was made without a language model; null if there
 * was nothing to do, so that all it has is our own text.
 */
export const evaluatorOfAll = (all: readonly Provenance[]): Provenance['evaluator'] | null => {
  const parts = all.filter(({ model_id }) => model_id !== noModel);
  return (parts.find(({ evaluator }) => evaluator === 'offline') ?? parts[0])?.evaluator ?? null;
};

type Made = Pick<Evaluation, 'assessments' | 'provenance'>;

/** Who made an evaluation and the readings that it is based on. */
export const evaluatorOf = ({ assessments, provenance }: Made): Provenance['evaluator'] | null =>
  evaluatorOfAll([
    provenance,
    ...assessments.flatMap(({ assessment }) => assessment?.provenance ?? []),
  ]);

/**
 * Whether any part of an evaluation was made without a language model. It is then a demonstration, and
 * a person has to judge.
 */
export const isDemonstration = (made: Made): boolean => evaluatorOf(made) === 'offline';

import type { Provenance } from '../domain/provenance.ts';
import type { Evaluation } from '../domain/session.ts';

/** Who did a piece of work: `offline` if any part of it was made without a language model. */
export const evaluatorOfAll = (parts: readonly Provenance[]): Provenance['evaluator'] | null =>
  (parts.find(({ evaluator }) => evaluator === 'offline') ?? parts[0])?.evaluator ?? null;

type Made = Pick<Evaluation, 'assessments' | 'provenance'>;

/**
 * Whether any part of an evaluation was made without a language model. It is then a demonstration, and
 * a person has to judge.
 */
export const isDemonstration = ({ assessments, provenance }: Made): boolean =>
  evaluatorOfAll([
    provenance,
    ...assessments.flatMap(({ assessment }) => assessment?.provenance ?? []),
  ]) === 'offline';

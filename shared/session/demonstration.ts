import type { Evaluation } from '../domain/session.ts';
import { hasSupportRules } from '../interviewer/support.ts';

type Made = Pick<Evaluation, 'assessments' | 'provenance'>;

/**
 * Whether any part of an evaluation was made without a language model. It is then a demonstration, and
 * a person has to judge.
 */
export const isDemonstration = ({ assessments, provenance }: Made): boolean =>
  [provenance, ...assessments.map(({ assessment }) => assessment?.provenance)].some(
    (one) => one?.evaluator === 'offline',
  );

/** Whether a demonstration may be stored without asking for a human: until version 2 of the prompt. */
export const isOldDemonstration = (made: Made): boolean =>
  isDemonstration(made) && !hasSupportRules(made.provenance);

import type { Interviewer } from '../interviewer/interviewer.ts';
import type { Table } from '../table/client.ts';
import { putEvaluation } from '../table/evaluations.ts';
import { putAssessment } from '../table/responses.ts';
import type { Evaluating } from './evaluate.ts';

/** Composes what complete-interview and evaluate-interview evaluate with. */
export const evaluating = (table: Table, interviewer: Interviewer): Evaluating => ({
  interviewer,
  putAssessment: (id, made) => putAssessment(table, id, made),
  putEvaluation: (id, evaluation) => putEvaluation(table, id, evaluation),
  now: Date.now,
});

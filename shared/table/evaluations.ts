import { spentOn, usesOf } from '../domain/cost.ts';
import { Evaluation } from '../domain/session.ts';
import { type Actor, happens, noteMoment } from './audit.ts';
import { ConditionFailed, type Table, transact } from './client.ts';
import { putNew } from './conditions.ts';
import { sk } from './keys.ts';
import { evaluating } from './leases.ts';
import { bookUnused, spend } from './spending.ts';

/**
 * Adds an evaluation of a sealed interview, unless it already has this version.
 * @returns the version as stored
 * @throws ConditionFailed if the interview is not completed
 */
export const keepEvaluation = async (
  table: Table,
  interview_id: string,
  made: Evaluation,
): Promise<Evaluation> => {
  try {
    await putEvaluation(table, interview_id, made);
    return made;
  } catch (error) {
    const first = error instanceof ConditionFailed && error.lost.get(sk.evaluation(made.version));
    if (!first) throw error;
    await bookUnused(table, interview_id, boughtFor(made), made.evaluated_at);
    return Evaluation.parse(first);
  }
};

const putEvaluation = (table: Table, interview_id: string, evaluation: Evaluation): Promise<void> =>
  transact(table, [
    putNew(table, interview_id, sk.evaluation(evaluation.version), evaluation),
    { Delete: { TableName: table.name, Key: evaluating(interview_id) } },
    ...spend(table, spentOn(boughtFor(evaluation)), evaluation.evaluated_at),
    ...happens(table, interview_id, 'completed', {
      event: 'evaluation_stored',
      at: evaluation.evaluated_at,
      actor: 'system',
      facts: {
        version: evaluation.version,
        status: evaluation.status,
        score: evaluation.score,
        recommendation: evaluation.recommendation,
      },
    }),
  ]);

/** The uses an evaluation paid for: version 1 reuses the answers' readings, later ones do not. */
const boughtFor = ({ version, provenance, assessments }: Evaluation) =>
  version === 1
    ? [provenance]
    : [provenance, ...assessments.flatMap(({ assessment }) => usesOf(assessment))];

/** Records that a recruiter requested another evaluation. */
export const noteEvaluationRequest = (
  table: Table,
  interview_id: string,
  { version, by, at }: { version: number; by: Actor; at: string },
): Promise<void> =>
  transact(table, [
    noteMoment(table, interview_id, at),
    ...happens(table, interview_id, 'completed', {
      event: 'evaluation_requested',
      at,
      actor: by,
      facts: { version },
    }),
  ]);

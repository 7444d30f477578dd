import { spentOn, usesOf } from '../domain/cost.ts';
import type { Evaluation } from '../domain/session.ts';
import { type Actor, auditRow } from './audit.ts';
import { type Table, transact } from './client.ts';
import { ifStatusIs, putNew } from './conditions.ts';
import { sk } from './keys.ts';
import { spend } from './spending.ts';

/**
 * Adds an evaluation of a sealed interview.
 * @throws ConditionFailed where this version is there already
 */
export const putEvaluation = (
  table: Table,
  interview_id: string,
  evaluation: Evaluation,
): Promise<void> =>
  transact(table, [
    ifStatusIs(table, interview_id, 'completed'),
    putNew(table, interview_id, sk.evaluation(evaluation.version), evaluation),
    ...spend(table, spentOn(boughtFor(evaluation)), evaluation.evaluated_at),
    auditRow(table, interview_id, {
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

/** What an evaluation cost: version 1 uses the readings that the answers have; a later one has its own. */
const boughtFor = ({ version, provenance, assessments }: Evaluation) =>
  version === 1
    ? [provenance]
    : [provenance, ...assessments.flatMap(({ assessment }) => usesOf(assessment))];

/** Notes that a recruiter asked for another evaluation. */
export const noteEvaluationRequest = (
  table: Table,
  interview_id: string,
  { version, by, at }: { version: number; by: Actor; at: string },
): Promise<void> =>
  transact(table, [
    ifStatusIs(table, interview_id, 'completed'),
    auditRow(table, interview_id, {
      event: 'evaluation_requested',
      at,
      actor: by,
      facts: { version },
    }),
  ]);

import { spentOn, usesOf } from '../domain/cost.ts';
import { countsOfScore, negative } from '../domain/counts.ts';
import type { Interview } from '../domain/interview.ts';
import type { Question } from '../domain/rubric.ts';
import { Evaluation } from '../domain/session.ts';
import { type Actor, happens, noteMoment } from './audit.ts';
import { ConditionFailed, type Table, transact } from './client.ts';
import { asRead, putNew } from './conditions.ts';
import { sk } from './keys.ts';
import { evaluating } from './leases.ts';
import { bookUnused, costs, spend } from './spending.ts';

/** The interview that is evaluated, as it was read: what is newest now is newest no longer. */
interface Evaluated {
  interview: Pick<Interview, 'interview_id' | 'kit_id'>;
  questions: readonly Question[];
  /** Oldest first. */
  evaluations: readonly Evaluation[];
}

/**
 * Adds an evaluation of a sealed interview, unless it already has this version.
 * @returns the version as stored
 * @throws ConditionFailed if the interview is not completed
 */
export const keepEvaluation = async (
  table: Table,
  of: Evaluated,
  made: Evaluation,
): Promise<Evaluation> => {
  try {
    await putEvaluation(table, of, made);
    return made;
  } catch (error) {
    const first = error instanceof ConditionFailed && error.lost.get(sk.evaluation(made.version));
    if (!first) throw error;
    await bookUnused(table, of.interview.interview_id, boughtFor(made), made.evaluated_at);
    return Evaluation.parse(first);
  }
};

const putEvaluation = (
  table: Table,
  { interview: { interview_id, kit_id }, questions, evaluations }: Evaluated,
  evaluation: Evaluation,
): Promise<void> => {
  const { version, status, score, recommendation, needs_human, evaluated_at: at } = evaluation;
  const usd = spentOn(boughtFor(evaluation));
  const before = evaluations.at(-1);
  const isNewest = version > (before?.version ?? 0);
  return transact(table, [
    putNew(table, interview_id, sk.evaluation(version), evaluation),
    { Delete: { TableName: table.name, Key: evaluating(interview_id) } },
    ...spend(table, usd, at),
    ...happens(
      table,
      interview_id,
      'completed',
      {
        event: 'evaluation_stored',
        at,
        actor: 'system',
        facts: { version, status, score, recommendation },
      },
      isNewest
        ? {
            set: { score, recommendation, needs_human, evaluation_version: version },
            // Before lists, an evaluation was not noted on its interview.
            ...(before ? {} : { absent: ['evaluation_version'] }),
            counts: [
              { kit_id, at, counts: { ...countsOfScore(questions, evaluation), ...costs(usd) } },
              ...(before
                ? [
                    {
                      kit_id,
                      at: before.evaluated_at,
                      counts: negative(countsOfScore(questions, before)),
                    },
                  ]
                : []),
            ],
          }
        : { counts: [{ kit_id, at, counts: costs(usd) }] },
    ),
  ]);
};

/** The uses an evaluation paid for: version 1 reuses the answers' readings, later ones do not. */
const boughtFor = ({ version, provenance, assessments }: Evaluation) =>
  version === 1
    ? [provenance]
    : [provenance, ...assessments.flatMap(({ assessment }) => usesOf(assessment))];

/**
 * Records that a recruiter requested another evaluation; one request for a version is recorded.
 * @param interview as it was read
 * @throws ConditionFailed if another request was recorded since, or it is not completed
 */
export const noteEvaluationRequest = (
  table: Table,
  { interview_id, evaluation_requested }: Pick<Interview, 'interview_id' | 'evaluation_requested'>,
  { version, by, at }: { version: number; by: Actor; at: string },
): Promise<void> =>
  transact(table, [
    noteMoment(table, interview_id, at),
    ...happens(
      table,
      interview_id,
      'completed',
      { event: 'evaluation_requested', at, actor: by, facts: { version } },
      { ...asRead({ evaluation_requested }), set: { evaluation_requested: version } },
    ),
  ]);

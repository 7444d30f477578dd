import type { Assessment } from '../domain/assessment.ts';
import { spentOn, usesOf } from '../domain/cost.ts';
import { bandOfTime, timeName } from '../domain/counts.ts';
import { interviewNotFound } from '../domain/errors.ts';
import type { Interview } from '../domain/interview.ts';
import type { Provenance } from '../domain/provenance.ts';
import type { Question } from '../domain/rubric.ts';
import { Response } from '../domain/session.ts';
import { auditRow, changeInterview, happens } from './audit.ts';
import { ConditionFailed, getItem, type Table, transact } from './client.ts';
import { ifLinkIs, keyOf, putNew } from './conditions.ts';
import { interviewPk, sk } from './keys.ts';
import { leased } from './leases.ts';
import { addUnused, bookUnused, costs, spend } from './spending.ts';

type Of = Pick<Interview, 'interview_id' | 'kit_id'>;

/**
 * Stores an answer and deletes its draft. The request that stores it has the lease on reading it.
 * @throws ConditionFailed if the question has an answer, the link was replaced, or the interview is
 * not in progress
 */
export const putResponse = (
  table: Table,
  { interview_id, kit_id }: Of,
  { response, link_id }: { response: Response; link_id: string },
): Promise<void> =>
  transact(table, [
    ifLinkIs(table, interview_id, link_id),
    putNew(table, interview_id, sk.response(response.order), {
      ...response,
      ...leased(response.response_id, Date.parse(response.answered_at)),
    }),
    {
      Update: {
        TableName: table.name,
        Key: keyOf(interview_id, sk.session),
        UpdateExpression: 'ADD answered :one',
        ExpressionAttributeValues: { ':one': 1 },
      },
    },
    { Delete: { TableName: table.name, Key: keyOf(interview_id, sk.draft(response.order)) } },
    ...happens(
      table,
      interview_id,
      'in_progress',
      {
        event: 'answer_stored',
        at: response.answered_at,
        actor: 'candidate',
        facts: { question: response.order, response_id: response.response_id },
      },
      {
        add: { answered_questions: 1 },
        counts: [
          {
            kit_id,
            at: response.answered_at,
            counts: { [timeName(bandOfTime(response.took_s ?? 0))]: 1 },
          },
        ],
      },
    ),
  ]);

interface Assessed {
  order: number;
  assessment: Assessment;
  at: string;
  follow_up?: Question | undefined;
  /** How many follow-ups the interview may have. */
  allowed?: number;
  /** A follow-up that was written and cannot be asked. */
  wasted?: Provenance | undefined;
}

/** Reads the assessment of one answer, or null while it has none. @throws AppError interview_not_found */
export const readAssessment = async (
  table: Table,
  interview_id: string,
  order: number,
): Promise<Assessment | null> => {
  const item = await getItem(table, interviewPk(interview_id), sk.response(order));
  // Only erasing takes an answer away.
  if (!item) throw interviewNotFound();
  return Response.parse(item).assessment;
};

/**
 * Adds the first assessment of an answer, and the follow-up question that it calls for.
 * @returns the assessment that the answer has now: this one, or the one that came first
 * @throws ConditionFailed with a follow-up, if the interview is no longer in progress or has the
 * maximum number of follow-ups already
 */
export const keepAssessment = async (
  table: Table,
  interview: Of,
  made: Assessed,
): Promise<Assessment> => {
  try {
    await putAssessment(table, interview, made);
    return made.assessment;
  } catch (error) {
    const found = error instanceof ConditionFailed && error.lost.get(sk.response(made.order));
    const first = found ? Response.parse(found).assessment : null;
    if (!first) throw error;
    await bookUnused(table, interview.interview_id, usesIn(made), made.at);
    return first;
  }
};

const usesIn = ({ assessment, follow_up, wasted }: Omit<Assessed, 'order' | 'at'>) =>
  [...usesOf(assessment), follow_up?.provenance, wasted].filter((use) => use !== undefined);

const putAssessment = (
  table: Table,
  { interview_id, kit_id }: Of,
  { order, assessment, at, follow_up, allowed = 0, wasted }: Assessed,
): Promise<void> => {
  const usd = spentOn(usesIn({ assessment, follow_up, wasted }));
  return transact(table, [
    {
      Update: {
        TableName: table.name,
        Key: keyOf(interview_id, sk.response(order)),
        UpdateExpression: 'SET assessment = :assessment, assessed_at = :at',
        ConditionExpression: 'assessment = :null',
        ExpressionAttributeValues: { ':assessment': assessment, ':at': at, ':null': null },
      },
    },
    auditRow(table, interview_id, {
      event: 'answer_assessed',
      at,
      actor: 'system',
      facts: {
        question: order,
        status: assessment.status,
        flags: assessment.flags.length,
        follow_up: follow_up?.order ?? null,
      },
    }),
    ...spend(table, usd, at),
    ...addUnused(table, interview_id, wasted ? [wasted] : []),
    ...changeInterview(table, interview_id, follow_up ? 'in_progress' : null, {
      ...(follow_up && { add: { total_questions: 1 } }),
      counts: [{ kit_id, at, counts: costs(usd) }],
    }),
    ...(follow_up
      ? [
          putNew(table, interview_id, sk.question(follow_up.order), follow_up),
          {
            // Counted here, so that two concurrent answers do not both add the last one.
            Update: {
              TableName: table.name,
              Key: keyOf(interview_id, sk.session),
              UpdateExpression: 'ADD follow_ups :one',
              ConditionExpression: 'attribute_not_exists(follow_ups) OR follow_ups < :allowed',
              ExpressionAttributeValues: { ':one': 1, ':allowed': allowed },
            },
          },
        ]
      : []),
  ]);
};

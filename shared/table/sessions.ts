import type { CompletedBy, Interview } from '../domain/interview.ts';
import type { Session } from '../domain/session.ts';
import { type Actor, type Effect, happens } from './audit.ts';
import { type Table, transact } from './client.ts';
import { ifLinkIs, keyOf } from './conditions.ts';
import { notExpired } from './counts.ts';
import { sk } from './keys.ts';
import { evaluating, leased } from './leases.ts';

/**
 * Marks the first start.
 * @throws ConditionFailed if it has already started, or the link was replaced
 */
export const startSession = (
  table: Table,
  interview: Pick<Interview, 'interview_id' | 'kit_id' | 'expired_at' | 'expired_kit_id'>,
  {
    link_id,
    started_at,
    notice,
  }: {
    link_id: string;
    started_at: string;
    notice: Session['notice'];
  },
): Promise<void> => {
  const { interview_id, kit_id } = interview;
  const { remove, counts } = notExpired(interview);
  return transact(table, [
    ifLinkIs(table, interview_id, link_id),
    {
      Update: {
        TableName: table.name,
        Key: keyOf(interview_id, sk.session),
        UpdateExpression: 'SET started_at = :started_at, notice = :notice',
        ConditionExpression: 'started_at = :null',
        ExpressionAttributeValues: { ':started_at': started_at, ':notice': notice, ':null': null },
      },
    },
    ...happens(
      table,
      interview_id,
      'scheduled',
      {
        event: 'interview_started',
        at: started_at,
        actor: 'candidate',
        facts: { notice_version: notice?.version ?? null },
      },
      {
        // Another function's clock may have been ahead, and the interview expired for it.
        remove,
        counts: [{ kit_id, at: started_at, counts: { started: 1 } }, ...counts],
      },
    ),
  ]);
};

/**
 * Seals the session: from now on nothing is asked or answered. `answered` and `follow_ups` are the
 * counts that the caller has read, so that no answer or question is added in between.
 * @throws ConditionFailed if one was, or it is already sealed, or the link was replaced, or it is not as
 * `provided`
 */
export const sealSession = (
  table: Table,
  { interview_id, kit_id }: Pick<Interview, 'interview_id' | 'kit_id'>,
  {
    link_id,
    answered,
    follow_ups,
    completed_at,
    completed_by = 'candidate',
    by = 'candidate',
    provided,
  }: {
    link_id: string;
    answered: number;
    follow_ups: number;
    completed_at: string;
    completed_by?: CompletedBy;
    by?: Actor;
    /** A further condition on the interview. */
    provided?: Pick<Effect, 'equal' | 'absent'>;
  },
): Promise<void> =>
  transact(table, [
    ifLinkIs(table, interview_id, link_id),
    {
      Update: {
        TableName: table.name,
        Key: keyOf(interview_id, sk.session),
        UpdateExpression: 'SET completed_at = :completed_at',
        // The attribute exists from the first follow-up on.
        ConditionExpression: `answered = :answered AND ${follow_ups > 0 ? 'follow_ups = :follow_ups' : 'attribute_not_exists(follow_ups)'}`,
        ExpressionAttributeValues: {
          ':completed_at': completed_at,
          ':answered': answered,
          ...(follow_ups > 0 && { ':follow_ups': follow_ups }),
        },
      },
    },
    {
      // Whoever seals it evaluates it, and the evaluation ends the lease.
      Put: {
        TableName: table.name,
        Item: {
          ...evaluating(interview_id),
          ...leased(link_id, Date.parse(completed_at)),
        },
      },
    },
    ...happens(
      table,
      interview_id,
      'in_progress',
      {
        event: 'interview_completed',
        at: completed_at,
        actor: by,
        facts: { answered, completed_by },
      },
      {
        ...provided,
        set: { completed_at, completed_by },
        counts: [{ kit_id, at: completed_at, counts: { completed: 1, waiting: 1 } }],
      },
    ),
  ]);

import type { Session } from '../domain/session.ts';
import { auditRow } from './audit.ts';
import { type Table, transact } from './client.ts';
import { ifLinkIs, keyOf, moveStatus } from './conditions.ts';
import { sk } from './keys.ts';

/**
 * Marks the first start.
 * @throws ConditionFailed where it has started already, or the link was replaced
 */
export const startSession = (
  table: Table,
  interview_id: string,
  {
    link_id,
    started_at,
    notice,
  }: {
    link_id: string;
    started_at: string;
    notice: Session['notice'];
  },
): Promise<void> =>
  transact(table, [
    ifLinkIs(table, interview_id, link_id),
    moveStatus(table, interview_id, 'scheduled', 'in_progress'),
    {
      Update: {
        TableName: table.name,
        Key: keyOf(interview_id, sk.session),
        UpdateExpression: 'SET started_at = :started_at, notice = :notice',
        ConditionExpression: 'started_at = :null',
        ExpressionAttributeValues: { ':started_at': started_at, ':notice': notice, ':null': null },
      },
    },
    auditRow(table, interview_id, {
      event: 'interview_started',
      at: started_at,
      actor: 'candidate',
      facts: { from: 'scheduled', to: 'in_progress', notice_version: notice?.version ?? null },
    }),
  ]);

/**
 * Seals the session: from here on nothing is answered. `answered` is what the caller has seen, so
 * that no answer is stored between its read and the seal.
 * @throws ConditionFailed where one was, or it is sealed already, or the link was replaced
 */
export const sealSession = (
  table: Table,
  interview_id: string,
  { link_id, answered, completed_at }: { link_id: string; answered: number; completed_at: string },
): Promise<void> =>
  transact(table, [
    ifLinkIs(table, interview_id, link_id),
    moveStatus(table, interview_id, 'in_progress', 'completed'),
    {
      Update: {
        TableName: table.name,
        Key: keyOf(interview_id, sk.session),
        UpdateExpression: 'SET completed_at = :completed_at',
        ConditionExpression: 'answered = :answered',
        ExpressionAttributeValues: { ':completed_at': completed_at, ':answered': answered },
      },
    },
    auditRow(table, interview_id, {
      event: 'interview_completed',
      at: completed_at,
      actor: 'candidate',
      facts: { from: 'in_progress', to: 'completed', answered },
    }),
  ]);

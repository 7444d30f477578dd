import type { Draft } from '../domain/session.ts';
import { type Table, transact } from './client.ts';
import { ifLinkIs, ifStatusIs, keyOf } from './conditions.ts';
import { sk } from './keys.ts';

/**
 * Stores a draft, unless there is a newer one of the same question. No state changes, so there is
 * no audit row; it is deleted in the transaction that stores the answer.
 * @throws ConditionFailed if there is a newer draft or an answer, the link was replaced, or the
 * interview is not in progress
 */
export const putDraft = (
  table: Table,
  interview_id: string,
  { draft, link_id }: { draft: Draft; link_id: string },
): Promise<void> =>
  transact(table, [
    ifLinkIs(table, interview_id, link_id),
    ifStatusIs(table, interview_id, 'in_progress'),
    {
      ConditionCheck: {
        TableName: table.name,
        Key: keyOf(interview_id, sk.response(draft.order)),
        ConditionExpression: 'attribute_not_exists(pk)',
      },
    },
    {
      Put: {
        TableName: table.name,
        Item: { ...keyOf(interview_id, sk.draft(draft.order)), ...draft },
        ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
        ExpressionAttributeValues: { ':version': draft.version },
      },
    },
  ]);

import { paginateScan } from '@aws-sdk/lib-dynamodb';
import { isoUtc } from '../domain/plain-text.ts';
import { usedAfter } from '../domain/window.ts';
import type { Table } from './client.ts';
import { sk } from './keys.ts';

/**
 * The ids of the interviews whose live link was signed with a key and can still be used, or used to
 * ask for an accommodation. Reads the whole table: for operators, never for a request.
 * @param now milliseconds since the epoch
 */
export const interviewsSignedWith = async (
  table: Table,
  key_id: number,
  now: number,
): Promise<string[]> => {
  const signed = new Set<unknown>();
  const usable = new Map<unknown, string>();
  const scan = {
    TableName: table.name,
    ConsistentRead: true,
    FilterExpression: '(sk = :link AND key_id = :key) OR (sk = :interview AND ends_at > :ended)',
    ProjectionExpression: 'pk, sk, interview_id',
    ExpressionAttributeValues: {
      ':link': sk.link,
      ':key': key_id,
      ':interview': sk.interview,
      ':ended': isoUtc(now - usedAfter),
    },
  };
  for await (const { Items = [] } of paginateScan({ client: table.client }, scan)) {
    for (const item of Items) {
      if (item.sk === sk.link) signed.add(item.pk);
      else usable.set(item.pk, String(item.interview_id));
    }
  }
  return [...usable].flatMap(([pk, interview_id]) => (signed.has(pk) ? interview_id : []));
};

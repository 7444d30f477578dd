import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { Ending } from '../domain/due.ts';
import { isoUtc } from '../domain/plain-text.ts';
import { linkExpiry } from '../domain/window.ts';
import { changeInterview } from './audit.ts';
import { type Item, type Table, transact } from './client.ts';
import { type ListName, listKey, listPk, listShards, placesBetween } from './keys.ts';

/** What a list has of an interview; null if it cannot be read. */
export interface Found {
  interview_id: string;
  interview: Ending | null;
}

const foundIn = (item: Item): Found => ({
  interview_id: String(item.interview_id),
  interview: Ending.safeParse(item).data ?? null,
});

/**
 * The interviews of a list by their start, page by page; may be a second old.
 * @param until those that start up to then, in ms since the epoch; null for all
 */
export async function* listByStart(
  table: Table,
  list: ListName,
  until: number | null,
): AsyncGenerator<Found[]> {
  const { low, high } = placesBetween(until === null ? {} : { to: isoUtc(until) });
  for (const shard of listShards) {
    let next: Item | undefined;
    do {
      const page = await table.client.send(
        new QueryCommand({
          TableName: table.name,
          IndexName: 'gsi1',
          KeyConditionExpression: 'gsi1pk = :pk AND gsi1sk BETWEEN :from AND :to',
          ExpressionAttributeValues: { ':pk': listPk(list, shard), ':from': low, ':to': high },
          ...(next && { ExclusiveStartKey: next }),
        }),
      );
      yield (page.Items ?? []).map(foundIn);
      next = page.LastEvaluatedKey;
    } while (next);
  }
}

/**
 * Puts a scheduled interview whose link has expired into the list of those. It stays scheduled, so
 * there is no audit row.
 * @throws ConditionFailed if it was started, cancelled, moved or marked meanwhile
 */
export const markExpired = async (table: Table, interview: Ending): Promise<void> => {
  const { interview_id, kit_id, starts_at, ends_at } = interview;
  const expired_at = new Date(linkExpiry(interview) ?? Number.NaN).toISOString();
  await transact(
    table,
    changeInterview(table, interview_id, 'scheduled', {
      set: { expired_at, expired_kit_id: kit_id, ...listKey(interview_id, 'expired') },
      equal: { starts_at, ends_at },
      absent: ['expired_at'],
      counts: [{ kit_id, at: expired_at, counts: { expired: 1 } }],
    }),
  );
};

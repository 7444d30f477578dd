import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { ListedInterview } from '../domain/listed-interview.ts';
import type { Item, Table } from './client.ts';
import { emailPk, type ListName, listPk, listShards } from './keys.ts';

interface Partition {
  index: 'gsi1' | 'gsi2';
  pk: string;
}

/** The partitions of these lists. */
export const partitionsOf = (lists: readonly ListName[]): Partition[] =>
  lists.flatMap((list) => listShards.map((shard) => ({ index: 'gsi1', pk: listPk(list, shard) })));

/** The partition of all interviews with an address. */
export const partitionOfEmail = (email: string): Partition => ({
  index: 'gsi2',
  pk: emailPk(email),
});

interface Asked {
  partitions: readonly Partition[];
  /** The first and the last place to read, from `placesBetween`. */
  low: string;
  high: string;
  kit_id?: string | undefined;
  /** How many rows to read of each partition. */
  rows: number;
}

interface Row {
  place: string;
  item: Item;
}

const readRows = async (
  table: Table,
  { index, pk }: Partition,
  { low, high, kit_id, rows }: Asked,
) => {
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: index,
      KeyConditionExpression: `${index}pk = :pk AND ${index}sk BETWEEN :low AND :high`,
      ...(kit_id && { FilterExpression: 'kit_id = :kit' }),
      ExpressionAttributeValues: {
        ':pk': pk,
        ':low': low,
        ':high': high,
        ...(kit_id && { ':kit': kit_id }),
      },
      ScanIndexForward: false,
      Limit: rows,
    }),
  );
  const placeOf = (item: Item) => String(item[`${index}sk`]);
  return {
    rows: Items.map((item): Row => ({ place: placeOf(item), item })),
    /** The last place that was looked at; null if that was the end. */
    end: LastEvaluatedKey ? placeOf(LastEvaluatedKey) : null,
  };
};

const revisionOf = ({ item }: Row) => Number(item.revision ?? 0);

/** One that moved to another list meanwhile was found in both: the newer row counts. */
const newestOfEach = (rows: readonly Row[]): Row[] => {
  const newest = new Map<unknown, Row>();
  for (const row of rows) {
    const other = newest.get(row.item.pk);
    if (!other || revisionOf(row) > revisionOf(other)) newest.set(row.item.pk, row);
  }
  return [...newest.values()];
};

/**
 * Reads a page of interviews, latest start first, with one round of parallel queries: so many rows of
 * each partition, however many there are. May be a second old.
 * @param isShown which of them to list; the others count among the rows
 * @returns at most `limit` interviews, and the place where the next page begins; null after the last
 */
export const listInterviews = async (
  table: Table,
  asked: Asked & { limit: number; isShown: (interview: ListedInterview) => boolean },
): Promise<{ interviews: ListedInterview[]; next: string | null }> => {
  if (asked.low > asked.high) return { interviews: [], next: null };
  const found = await Promise.all(asked.partitions.map((one) => readRows(table, one, asked)));
  // Beyond the end of one partition, a row of it may be missing between those of the others.
  const ends = found.flatMap(({ end }) => end ?? []);
  const end = ends.reduce((furthest, one) => (one > furthest ? one : furthest), '');
  const rows = newestOfEach(found.flatMap((one) => one.rows))
    .filter(({ place }) => place >= end)
    .toSorted((a, b) => (a.place < b.place ? 1 : -1));
  return cut(rows, end || null, asked);
};

const cut = (
  rows: readonly Row[],
  end: string | null,
  { limit, isShown }: { limit: number; isShown: (interview: ListedInterview) => boolean },
) => {
  const interviews: ListedInterview[] = [];
  let last: string | null = null;
  for (const { place, item } of rows) {
    const interview = ListedInterview.parse(item);
    if (!isShown(interview)) continue;
    if (interviews.length === limit) return { interviews, next: last };
    interviews.push(interview);
    last = place;
  }
  return { interviews, next: end };
};

import { queryBetween, type Table } from './client.ts';
import { dayOfCounts, reportPk, sk } from './keys.ts';

const lastShard = 99;

/**
 * What was counted from one day to another (`YYYY-MM-DD`, both included), of one kit's interviews or
 * of all: amounts by name, for each day on which there are any.
 */
export const readCounts = async (
  table: Table,
  kit_id: string | 'all',
  { from, to }: { from: string; to: string },
): Promise<Map<string, Map<string, number>>> => {
  const days = new Map<string, Map<string, number>>();
  const low = sk.day(from, 0);
  const items = await queryBetween(table, reportPk(kit_id), low, sk.day(to, lastShard));
  for (const { pk: _, sk: sortKey, ...amounts } of items) {
    const day = dayOfCounts(String(sortKey));
    const sums = days.get(day) ?? new Map<string, number>();
    for (const [name, by] of Object.entries(amounts)) {
      sums.set(name, (sums.get(name) ?? 0) + Number(by));
    }
    days.set(day, sums);
  }
  return days;
};

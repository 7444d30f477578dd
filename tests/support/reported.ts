import type { Item } from '../../shared/table/client.ts';

/** What the reports of all interviews hold in sum, by name; nothing of what adds up to 0. */
export const reported = (items: readonly Item[]): Record<string, number> => {
  const sums: Record<string, number> = {};
  for (const { pk, sk: _, ...counts } of items) {
    if (pk !== 'REPORT#all') continue;
    for (const [name, by] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + Number(by);
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
};

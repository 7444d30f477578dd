import { randomInt } from 'node:crypto';
import type { Interview } from '../domain/interview.ts';
import type { Table, WriteAction } from './client.ts';
import { keyOf } from './conditions.ts';
import { reportPk, sk } from './keys.ts';
import { updateOf } from './update.ts';

/** Amounts by the name of what is counted, for example `completed`; see shared/domain/counts.ts. */
export type Counts = Readonly<Record<string, number>>;

/** What an event adds to the reports of one day. */
export interface Counted {
  /** The interview's kit; null as long as it has none. */
  kit_id: string | null;
  /** Any moment of the day, ISO 8601. */
  at: string;
  counts: Counts;
}

/** What is counted on a day is spread over this many items, so that parallel writes do not collide. */
export const shards = 16;

/** The day of a moment, `YYYY-MM-DD`. */
export const dayOf = (at: string) => at.slice(0, 10);

const sumBy = (counted: readonly Counted[], keyOfOne: (one: Counted) => string) => {
  const sums = new Map<string, Record<string, number>>();
  for (const one of counted) {
    const key = keyOfOne(one);
    const sum = sums.get(key) ?? {};
    for (const [name, by] of Object.entries(one.counts)) {
      if (by !== 0) sum[name] = (sum[name] ?? 0) + by;
    }
    sums.set(key, sum);
  }
  return [...sums].filter(([, sum]) => Object.keys(sum).length > 0);
};

/** Where something is counted: `<kit>#<day>`, with `none` as the kit before the first link. */
export const kitAndDay = ({ kit_id, at }: Counted) => `${kit_id ?? 'none'}#${dayOf(at)}`;

const addTo = (table: Table, key: { pk: string; sk: string }, add: Counts): WriteAction => ({
  Update: updateOf(table, key, { add }),
});

/**
 * Adds to the reports of all interviews and of the kit, in the transaction of what is counted, and
 * notes it on the interview as `<kit>#<day>#<name>`, so that erasing it can take the same away.
 */
export const count = (
  table: Table,
  interview_id: string,
  counted: readonly Counted[],
): WriteAction[] => {
  const noted = sumBy(counted, kitAndDay).flatMap(([key, sum]) =>
    Object.entries(sum).map(([name, by]) => [`${key}#${name}`, by] as const),
  );
  if (noted.length === 0) return [];
  return [
    ...addToReports(table, counted),
    addTo(table, keyOf(interview_id, sk.counted), Object.fromEntries(noted)),
  ];
};

/** Adds to the reports alone. */
export const addToReports = (table: Table, counted: readonly Counted[]): WriteAction[] => {
  const shard = randomInt(shards);
  const put = (kit: string, day: string, sum: Counts) =>
    addTo(table, { pk: reportPk(kit), sk: sk.day(day, shard) }, sum);
  return [
    ...sumBy(counted, ({ at }) => dayOf(at)).map(([day, sum]) => put('all', day, sum)),
    ...sumBy(counted, kitAndDay).map(([key, sum]) => {
      const [kit = '', day = ''] = key.split('#');
      return put(kit, day, sum);
    }),
  ];
};

/** What an interview has added to the reports, from its item; the inverse of the names that `count` notes. */
export const countedIn = (item: Readonly<Record<string, unknown>>): Counted[] =>
  Object.entries(item).flatMap(([attribute, by]) => {
    const [, kit, day, name] = /^([^#]+)#(\d{4}-\d\d-\d\d)#(.+)$/.exec(attribute) ?? [];
    if (!kit || !day || !name) return [];
    return [{ kit_id: kit === 'none' ? null : kit, at: day, counts: { [name]: Number(by) } }];
  });

/** Takes it back that an interview has expired, where it has: the mark of it, and that it was counted. */
export const notExpired = ({
  expired_at,
  expired_kit_id = null,
}: Pick<Interview, 'expired_at' | 'expired_kit_id'>): { remove: string[]; counts: Counted[] } => ({
  remove: ['expired_at', 'expired_kit_id'],
  counts: expired_at ? [{ kit_id: expired_kit_id, at: expired_at, counts: { expired: -1 } }] : [],
});

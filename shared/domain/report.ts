import { answerBands, competencyName, scoreName, timeName } from './counts.ts';

/** What happens to interviews in numbers, one for each of these and each day. */
const happenings = ['linked', 'opened', 'started', 'completed', 'expired', 'cancelled'] as const;
type Happening = (typeof happenings)[number];

/** The counts of one day, by the names of `counts.ts`. */
type DayCounts = ReadonlyMap<string, number>;

const scoreBands = Array.from({ length: 10 }, (_, band) => ({
  band,
  from: band * 10,
  to: band === 9 ? 100 : band * 10 + 9,
}));
const timeBands = [0, ...answerBands].map((over_s, band) => ({
  band,
  over_s,
  up_to_s: answerBands[band] ?? null,
}));

/** Never below zero: what older versions did can be missing until the migration has run. */
const amountIn = (counts: DayCounts, name: string) => Math.max(0, counts.get(name) ?? 0);

const sumOf = (days: readonly DayCounts[]): DayCounts => {
  const sum = new Map<string, number>();
  for (const counts of days) {
    for (const [name, by] of counts) sum.set(name, (sum.get(name) ?? 0) + by);
  }
  return sum;
};

const happened = (counts: DayCounts) =>
  Object.fromEntries(happenings.map((name) => [name, amountIn(counts, name)])) as Record<
    Happening,
    number
  >;

const usdIn = (counts: DayCounts) => amountIn(counts, 'micro_usd') / 1e6;

const scoresIn = (counts: DayCounts, nameOf: (band: number) => string) =>
  scoreBands.map(({ band, from, to }) => ({ from, to, count: amountIn(counts, nameOf(band)) }));

const competenciesIn = (counts: DayCounts) => {
  const ids = [...counts.keys()].flatMap((name) => /^competency:(.+):\d$/.exec(name)?.[1] ?? []);
  return [...new Set(ids)]
    .toSorted()
    .map((competency_id) => ({
      competency_id,
      scores: scoresIn(counts, (band) => competencyName(competency_id, band)),
    }))
    .filter(({ scores }) => scores.some(({ count }) => count > 0));
};

interface TimeBand {
  over_s: number;
  up_to_s: number | null;
  count: number;
}

/**
 * The median of what is counted in bands, as if each band were filled evenly; of the open band, its
 * lower end. Null of nothing.
 */
export const medianOf = (bands: readonly TimeBand[]): number | null => {
  let left = bands.reduce((sum, { count }) => sum + count, 0) / 2;
  if (left === 0) return null;
  for (const { over_s, up_to_s, count } of bands) {
    if (left <= count) return Math.round(over_s + ((up_to_s ?? over_s) - over_s) * (left / count));
    left -= count;
  }
  return null;
};

const timesIn = (counts: DayCounts) => {
  const bands = timeBands.map(({ band, ...ends }) => ({
    ...ends,
    count: amountIn(counts, timeName(band)),
  }));
  return { bands, median_s: medianOf(bands) };
};

/**
 * A report of these days (`YYYY-MM-DD`), in their order, from what was counted on each.
 * Times in seconds, cost in US dollars.
 */
export const reportOf = (days: readonly string[], counted: ReadonlyMap<string, DayCounts>) => {
  const byDay = days.map((date) => ({ date, counts: counted.get(date) ?? new Map() }));
  const all = sumOf(byDay.map(({ counts }) => counts));
  return {
    days: byDay.map(({ date, counts }) => ({ date, ...happened(counts), cost_usd: usdIn(counts) })),
    totals: { ...happened(all), cost_usd: usdIn(all) },
    waiting_for_decision: amountIn(all, 'waiting'),
    scores: scoresIn(all, scoreName),
    competencies: competenciesIn(all),
    answer_times: timesIn(all),
  };
};

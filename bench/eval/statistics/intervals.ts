/** A 95% interval, from low to high. */
export type Interval = readonly [low: number, high: number];

/** z of a two-sided 95% interval. */
const z = 1.959964;

/** Wilson's interval for a share of `hits` among `total` (Wilson 1927); null if `total` is 0. */
export const wilson = (hits: number, total: number): Interval | null => {
  if (total === 0) return null;
  const share = hits / total;
  const middle = share + (z * z) / (2 * total);
  const half = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)];
};

/** A small seeded generator (mulberry32), so that a report is the same on every run. */
export const seeded = (seed: number) => {
  let state = seed >>> 0;
  return (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
};

/**
 * Percentile bootstrap over groups: answers to one question are not independent, so whole questions
 * are drawn. Null if the statistic is defined on fewer than half of the samples.
 */
export const bootstrap = <Group>(
  groups: readonly Group[],
  statistic: (sample: Group[]) => number | null,
  samples = 1_000,
): Interval | null => {
  const random = seeded(20_261_123);
  const values: number[] = [];
  for (let i = 0; i < samples; i++) {
    const sample = groups.flatMap(() => {
      const drawn = groups[Math.floor(random() * groups.length)];
      return drawn === undefined ? [] : [drawn];
    });
    const value = statistic(sample);
    if (value !== null) values.push(value);
  }
  if (values.length < samples / 2) return null;
  values.sort((a, b) => a - b);
  const at = (share: number) => values[Math.floor(share * (values.length - 1))] ?? 0;
  return [at(0.025), at(0.975)];
};

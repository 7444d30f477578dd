import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { mean } from '../../../bench/eval/statistics/agreement.ts';
import { bootstrap, seeded, wilson } from '../../../bench/eval/statistics/intervals.ts';

describe('wilson', () => {
  it('returns the published interval for 5 of 10', () => {
    const interval = wilson(5, 10);

    expect(interval?.[0]).toBeCloseTo(0.2366, 4);
    expect(interval?.[1]).toBeCloseTo(0.7634, 4);
  });

  it('contains the share, is within 0 and 1, and is null for no tries', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (hits, misses) => {
        const total = hits + misses;

        const interval = wilson(hits, total);

        if (total === 0) expect(interval).toBeNull();
        else {
          const [low, high] = interval ?? [1, 0];
          expect(low).toBeGreaterThanOrEqual(0);
          expect(high).toBeLessThanOrEqual(1);
          expect(low).toBeLessThanOrEqual(hits / total + 1e-12);
          expect(high).toBeGreaterThanOrEqual(hits / total - 1e-12);
        }
      }),
    );
  });
});

describe('bootstrap', () => {
  it('returns the same interval each time, around the statistic', () => {
    const groups = Array.from({ length: 40 }, (_, i) => i % 4);
    const statistic = (sample: number[]) => mean(sample);

    const [first, second] = [bootstrap(groups, statistic), bootstrap(groups, statistic)];

    expect(second).toEqual(first);
    expect(first?.[0]).toBeLessThan(1.5);
    expect(first?.[1]).toBeGreaterThan(1.5);
  });

  it('is null if the statistic is mostly undefined', () => {
    const interval = bootstrap([1, 2, 3], () => null);

    expect(interval).toBeNull();
  });

  it('draws evenly', () => {
    const random = seeded(1);

    const average = mean(Array.from({ length: 10_000 }, random)) ?? 0;

    expect(average).toBeCloseTo(0.5, 1);
  });
});

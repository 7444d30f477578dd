import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countOrder, sumOrder } from '../../../bench/eval/statistics/order.ts';
import { bestThreshold, verdictsByOthers } from '../../../bench/eval/statistics/threshold.ts';

describe('countOrder', () => {
  it('counts ordered, tied and inverted pairs, but no pair of equal levels', () => {
    const group = [
      { label: 1, score: 10 },
      { label: 2, score: 10 },
      { label: 2, score: 50 },
      { label: 3, score: 30 },
    ];

    const count = countOrder(group);

    // 1–2 tied, 1–2 right, 1–3 right, 2–3 right, 2–3 wrong; the two of level 2 do not count.
    expect(count).toEqual({ pairs: 5, correct: 3, tied: 1, wrong: 1 });
  });

  it('never counts an unscored answer as correctly ordered', () => {
    const count = countOrder([
      { label: 1, score: null },
      { label: 5, score: 100 },
    ]);

    expect(count).toEqual({ pairs: 1, correct: 0, tied: 1, wrong: 0 });
  });

  it('splits all pairs into the three kinds, whatever the order of the group', () => {
    const placed = fc.record({
      label: fc.integer({ min: 1, max: 5 }),
      score: fc.option(fc.integer({ min: 0, max: 4 })),
    });
    fc.assert(
      fc.property(fc.array(placed, { maxLength: 12 }), (group) => {
        const count = countOrder(group);

        expect(count.correct + count.tied + count.wrong).toBe(count.pairs);
        expect(countOrder(group.toReversed())).toEqual(count);
      }),
    );
  });

  it('adds up', () => {
    const one = { pairs: 1, correct: 1, tied: 0, wrong: 0 };

    const sum = sumOrder([one, one]);

    expect(sum).toEqual({ pairs: 2, correct: 2, tied: 0, wrong: 0 });
  });
});

describe('threshold', () => {
  it('is in the middle of the gap that separates the verdicts best', () => {
    const things = [
      [1, 0],
      [2, 0],
      [4, 1],
      [5, 1],
      [3, 0],
    ].map(([score = 0, label = 0]) => ({
      group: 'a',
      score,
      label,
    }));

    const threshold = bestThreshold(things);

    expect(threshold).toBe(3.5);
  });

  it('is above all scores if nothing is right', () => {
    const threshold = bestThreshold([{ group: 'a', score: 7, label: 0 }]);

    expect(threshold).toBeGreaterThan(7);
  });

  it('judges each group with a threshold fitted on the others alone', () => {
    const things = [
      { group: 'a', score: 1, label: 0 },
      { group: 'a', score: 2, label: 1 },
      { group: 'b', score: 10, label: 0 },
      { group: 'b', score: 20, label: 1 },
    ];

    const verdicts = verdictsByOthers(things);

    // On b the threshold is 15, on a it is 1.5.
    expect(verdicts).toEqual([0, 0, 1, 1]);
  });

  it('is at least as good as any other', () => {
    const thing = fc.record({
      group: fc.constant('a'),
      score: fc.integer({ min: 0, max: 9 }),
      label: fc.integer({ min: 0, max: 1 }),
    });
    fc.assert(
      fc.property(fc.array(thing, { minLength: 1, maxLength: 20 }), (things) => {
        const right = (threshold: number) =>
          things.filter(({ score, label }) => (score >= threshold ? 1 : 0) === label).length;

        const found = right(bestThreshold(things));

        for (let tried = -0.5; tried <= 10.5; tried++) {
          expect(found).toBeGreaterThanOrEqual(right(tried));
        }
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  agreementAmong,
  agreementWith,
  cohenKappa,
  confusion,
  exactAgreement,
  quadraticKappa,
} from '../../../bench/eval/statistics/agreement.ts';

const yesNo = [0, 1];
const levels = [1, 2, 3, 4, 5];
/** `count` pairs of each cell's verdicts, as two lists. */
const lists = (cells: readonly (readonly [a: number, b: number, count: number])[]) => {
  const pairs = cells.flatMap(([a, b, count]) =>
    Array.from({ length: count }, () => [a, b] as const),
  );
  return { a: pairs.map(([a]) => a), b: pairs.map(([, b]) => b) };
};
const ratings = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 5 })), { minLength: 1 })
  .map((pairs) => ({ a: pairs.map(([a]) => a), b: pairs.map(([, b]) => b) }));

describe('kappa', () => {
  it('is 0.4 for the textbook table 20/5/10/15', () => {
    // Observed .70; expected .5 × .6 + .5 × .4 = .50; (.70 − .50) ÷ .50.
    const { a, b } = lists([
      [1, 1, 20],
      [1, 0, 5],
      [0, 1, 10],
      [0, 0, 15],
    ]);

    const value = cohenKappa(a, b, yesNo);

    expect(value).toBeCloseTo(0.4, 12);
  });

  it('weighs a disagreement by the square of its distance', () => {
    // Rows 2,2; 1↔3 once (weight 1), 2↔1 once (weight ¼), the rest agree. Worked out by hand:
    // observed 1.25 of 4; expected: row shares {1: ½, 2: ¼, 3: ¼}, column shares {1: ½, 2: 0, 3: ½}.
    const a = [1, 1, 2, 3];
    const b = [1, 3, 1, 3];
    const expected = 4 * (0.5 * 0.5 * 1 + 0.25 * 0.5 * 0.25 + 0.25 * 0.5 * 0.25 + 0.25 * 0.5 * 1);

    const value = quadraticKappa(a, b, [1, 2, 3]);

    expect(value).toBeCloseTo(1 - 1.25 / expected, 12);
  });

  it('equals the unweighted one if there are two categories', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 1 }))),
        (pairs) => {
          const a = pairs.map(([x]) => x);
          const b = pairs.map(([, y]) => y);

          const weighted = quadraticKappa(a, b, yesNo);

          const plain = cohenKappa(a, b, yesNo);
          if (plain === null) expect(weighted).toBeNull();
          else expect(weighted).toBeCloseTo(plain, 10);
        },
      ),
    );
  });

  it('is between −1 and 1, is symmetric, and is 1 for identical ratings', () => {
    fc.assert(
      fc.property(ratings, ({ a, b }) => {
        const value = quadraticKappa(a, b, levels);

        const turned = quadraticKappa(b, a, levels);
        if (value === null) expect(turned).toBeNull();
        else {
          expect(value).toBeGreaterThanOrEqual(-1 - 1e-9);
          expect(value).toBeLessThanOrEqual(1);
          expect(turned).toBeCloseTo(value, 10);
        }
        expect([1, null]).toContain(quadraticKappa(a, a, levels));
      }),
    );
  });

  it('is null if chance leaves nothing to disagree on', () => {
    const values = [cohenKappa([], [], yesNo), cohenKappa([1, 1], [1, 1], yesNo)];

    expect(values).toEqual([null, null]);
  });

  it('refuses ratings of different lengths or outside the categories', () => {
    const short = () => confusion([1], [], yesNo);
    const outside = () => confusion([2], [1], yesNo);

    expect(short).toThrow(RangeError);
    expect(outside).toThrow(RangeError);
  });
});

describe('agreement of groups', () => {
  it('averages the kappa of all pairs of raters', () => {
    const raters = [
      [1, 1, 0, 0],
      [1, 1, 0, 0],
      [1, 0, 0, 1],
    ];

    const value = agreementAmong(raters, yesNo);

    // 1 for the equal pair, 0 for the two others (half agree, half is chance).
    expect(value).toBeCloseTo(1 / 3, 12);
  });

  it('averages the kappa of one rater with each of the group', () => {
    const value = agreementWith(
      [1, 1, 0, 0],
      [
        [1, 1, 0, 0],
        [1, 0, 0, 1],
      ],
      yesNo,
    );

    expect(value).toBeCloseTo(0.5, 12);
  });

  it('counts equal verdicts', () => {
    const value = exactAgreement([1, 2, 3, 4], [1, 2, 3, 5]);

    expect(value).toBe(0.75);
  });
});

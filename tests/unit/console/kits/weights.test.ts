import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addUpToOne } from '../../../../shared/domain/kit-limits.ts';
import {
  evenPercents,
  percentOf,
  shareOf,
  sumOf,
} from '../../../../web/console/screens/kits/weights.ts';

describe('a weight', () => {
  it.each([
    ['30', 0.3],
    [' 12,5 % ', 0.125],
    ['12.', 0.12],
    ['100', 1],
    ['0', Number.NaN],
    ['101', Number.NaN],
    ['12.55', Number.NaN],
    ['-5', Number.NaN],
    ['1e1', Number.NaN],
    ['', Number.NaN],
    ['=1+1', Number.NaN],
  ])('typed as %j is %d', (typed, share) => {
    expect(shareOf(typed)).toBe(share);
  });

  it('that was not touched is the exact number that was loaded', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.0001, max: 1, noNaN: true }), (share) => {
        expect(shareOf(percentOf(share), share)).toBe(share);
      }),
    );
  });
});

describe('the sum of a set', () => {
  it.each([
    [[0.3, 0.25, 0.25, 0.2], '30 + 25 + 25 + 20', '100\u00a0%', ''],
    [[1 / 3, 1 / 3, 1 / 3], '33.3 + 33.3 + 33.3', '100\u00a0%', ''],
    [[0.3, 0.65], '30 + 65', '95\u00a0%', '5\u00a0% is missing'],
    [[0.6, 0.452], '60 + 45.2', '105.2\u00a0%', '5.2\u00a0% is too much'],
    [[0.5, 0.4985], '50 + 49.9', '99.9\u00a0%', '0.2\u00a0% is missing'],
  ])('of %j is told in words', (shares, parts, total, trouble) => {
    expect(sumOf(shares)).toEqual({ isRight: trouble === '', parts, total, trouble });
  });

  it('is none where a weight is no number', () => {
    const { isRight, parts, total } = sumOf([0.5, Number.NaN]);

    expect({ isRight, parts, total }).toEqual({
      isRight: false,
      parts: '50 + ?',
      total: 'no sum',
    });
  });

  it('is right exactly where the API takes it', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 1000 }).map((n) => n / 1000));
    fc.assert(
      fc.property(shares, (given) => {
        expect(sumOf(given).isRight).toBe(addUpToOne(given.map((weight) => ({ weight }))));
      }),
    );
  });

  it('is 100 for even weights, however many', () => {
    const rights = Array.from({ length: 15 }, (_, n) => evenPercents(n + 1)).map(
      (percents) => sumOf(percents.map((typed) => shareOf(typed))).isRight,
    );

    expect(rights).toEqual(Array(15).fill(true));
    expect(evenPercents(3)).toEqual(['33.4', '33.3', '33.3']);
  });
});

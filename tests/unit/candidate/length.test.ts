import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { problemOf, roomIn } from '../../../web/candidate/machine/length.ts';
import { longestAnswer } from '../../../web/candidate/machine/state.ts';

const inPoints = (text: string) => [...text].length;
const asSeen = (text: string) => [...new Intl.Segmenter().segment(text)].map((one) => one.segment);

const family = '👨‍👩‍👧‍👦';
const kinds = { family, emoji: '😀', flag: '🇩🇪', combined: 'é̃', hindi: 'क्षि', letter: 'x' };

describe('the room in an answer', () => {
  test.each([
    ['a short text', 'Mine', null],
    ['11,000 emoji, which are 22,000 UTF-16 units', '😀'.repeat(11_000), null],
    ['1,000 letters under the limit', 'x'.repeat(19_000), null],
    ['999 letters under the limit', 'x'.repeat(19_001), 999],
    ['999 emoji under the limit', '😀'.repeat(19_001), 999],
    ['as many letters as fit', 'x'.repeat(20_000), 0],
    ['two letters too many', 'x'.repeat(20_002), -2],
    ['two families too many, of 7 code points each', 'x'.repeat(20_000) + family.repeat(2), -2],
    ['one family that fits only in part', `${'x'.repeat(19_995)}${family}`, -1],
    ['an accent too many, which goes with its letter', `${'x'.repeat(20_000)}\u0301`, -1],
    ['a Hindi syllable of 4 code points too many', `${'x'.repeat(20_000)}क्षि`, -1],
  ])('of %s', (_what, text, room) => {
    expect(roomIn(text)).toBe(room);
  });

  test.each(Object.entries(kinds))(
    'of a text of many %s says exactly how much has to go from its end',
    (_kind, one) => {
      const count = Math.ceil((longestAnswer + 40) / inPoints(one));
      const text = `x${one.repeat(count)}`;
      const over = -(roomIn(text) ?? 0);
      const seen = asSeen(text);

      expect(over).toBeGreaterThan(0);
      expect(inPoints(seen.slice(0, -over).join(''))).toBeLessThanOrEqual(longestAnswer);
      expect(inPoints(seen.slice(0, 1 - over || undefined).join(''))).toBeGreaterThan(
        longestAnswer,
      );
    },
  );

  test('is less than none exactly if the server would refuse the text', () => {
    const ending = fc.array(fc.constantFrom(...Object.values(kinds)), { maxLength: 30 });
    fc.assert(
      fc.property(ending, (parts) => {
        const text = 'x'.repeat(longestAnswer - 50) + parts.join('');
        expect(problemOf(text)).toBe(inPoints(text) > longestAnswer ? 'long' : null);
      }),
    );
  });

  test('is counted in code points by a browser that does not know what a person sees', () => {
    const { Segmenter } = Intl;
    Reflect.deleteProperty(Intl, 'Segmenter');
    try {
      expect(roomIn('x'.repeat(20_000) + family)).toBe(-7);
    } finally {
      Object.assign(Intl, { Segmenter });
    }
  });
});

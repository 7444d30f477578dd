import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasSupportRules, heldLevel, unsupported } from '../../../shared/interviewer/support.ts';

const answer =
  'The pump was off when I came on shift. I checked the order against the chart, called the physician, and we restarted it at half the rate. Next morning I wrote up the near miss.';
const seen = 'The pump was off when I came on shift';
const checked = 'I checked the order against the chart, called the physician';
const wrote = 'Next morning I wrote up the near miss';

type Given = { level: number | null; quotes: string[]; warning_signs?: string[] };
const lacksOf = (...given: Given[]) =>
  [
    ...unsupported(
      answer,
      given.map((one, n) => ({ criterion_id: `c${n + 1}`, ...one })),
    ),
  ].map(([id, lack]) => `${id} ${lack}`);

describe('a level', () => {
  test.each([2, 3, 4, 5])('of %d needs a quote', (level) => {
    expect(lacksOf({ level, quotes: [] })).toEqual(['c1 no_quote']);
  });

  test('of 1, and one that was not given, needs none', () => {
    expect(lacksOf({ level: 1, quotes: [] }, { level: null, quotes: [] })).toEqual([]);
  });

  test.each([
    [3, ['The pump'], []],
    [4, ['The pump'], ['c1 short_quote']],
    [4, ['The pump was off when I came'], ['c1 short_quote']],
    [4, ['The pump was off when I came on'], []],
    [5, ['The pump was off', 'wrote up the near'], []],
    [5, ['The pump was off … wrote up the near'], []],
    [5, ['The pump was off when', 'pump was off', 'was off when I'], ['c1 short_quote']],
    [5, ['The pump was off', 'the PUMP was off', 'The pump was off'], ['c1 short_quote']],
  ])('of %d on the quotes %j lacks %j', (level, quotes, lacks) => {
    expect(lacksOf({ level, quotes })).toEqual(lacks);
  });

  test.each([
    ['ja', '朝に引き継ぎを受けたときポンプが止まっていました', '止まって'],
    ['th', 'ฉันตรวจสอบคำสั่งกับแผนภูมิและโทรหาแพทย์ก่อนเริ่มใหม่', 'ฉันตรวจสอบ'],
    ['ar', 'راجعت الأمر مع المخطط واتصلت بالطبيب ثم أعدنا تشغيلها', 'راجعت الأمر'],
  ])('of 4 counts words in the language %s', (_, text, few) => {
    const lack = (quote: string) =>
      unsupported(text, [{ criterion_id: 'c', level: 4, quotes: [quote] }]).get('c');

    expect([lack(text), lack(few)]).toEqual([undefined, 'short_quote']);
  });
});

describe('one passage', () => {
  const at = (level: number, ...quotes: string[]): Given => ({ level, quotes });

  test('carries two criteria alone, and no third', () => {
    const lacks = lacksOf(at(4, seen), at(3, seen), at(2, seen), at(4, seen));

    expect(lacks).toEqual(['c3 shared_quote', 'c4 shared_quote']);
  });

  test.each([
    ['a part of it', 'The pump was off'],
    ['a passage around it', 'The pump was off when I came on shift. I checked'],
    ['a passage that overlaps', 'when I came on shift. I checked the order'],
    ['the same in other case', seen.toUpperCase()],
  ])('is the same as %s', (_, other) => {
    expect(lacksOf(at(3, seen), at(3, seen), at(3, other))).toEqual(['c3 shared_quote']);
  });

  test('is no ground to refuse a criterion that has another', () => {
    expect(lacksOf(at(4, seen), at(4, seen), at(4, seen, checked))).toEqual([]);
    expect(lacksOf(at(4, seen, checked), at(4, seen, wrote), at(4, seen))).toEqual([]);
  });

  test('or several: the same ones carry two criteria', () => {
    const lacks = lacksOf(at(4, seen, checked), at(4, checked, seen), at(4, seen, checked));

    expect(lacks).toEqual(['c3 shared_quote']);
  });

  test('does not count where it carries nothing', () => {
    const short = at(5, 'The pump was off');
    const held = { ...at(2, seen), warning_signs: [checked] };

    expect(lacksOf(short, at(1, seen), held, at(3, seen), at(3, seen))).toEqual(['c1 short_quote']);
  });
});

test('a warning sign is all that a criterion needs, however many it holds', () => {
  const held = { level: 2, quotes: [], warning_signs: [seen] };

  expect(lacksOf(held, held, held)).toEqual([]);
});

test('a warning sign holds a level at 2 at most, and raises none', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.string()), (level, signs) => {
      expect(heldLevel(level, signs)).toBe(signs.length > 0 && level > 2 ? 2 : level);
    }),
  );
});

test('whatever is quoted, at most two levels are based on one passage alone', () => {
  const passage = fc.constantFrom(
    seen,
    checked,
    wrote,
    'The pump was off',
    'the physician, and we',
  );
  const given = fc.record({ level: fc.integer({ min: 1, max: 5 }), quotes: fc.array(passage) });
  fc.assert(
    fc.property(fc.array(given, { maxLength: 4 }), (all) => {
      const criteria = all.map((one, n) => ({ criterion_id: `c${n}`, ...one }));
      const lacks = unsupported(answer, criteria);

      const standing = criteria.filter(({ criterion_id }) => !lacks.has(criterion_id));
      for (const one of [seen, checked, wrote]) {
        const alone = standing.filter(
          ({ level, quotes }) => level > 1 && quotes.every((quote) => quote === one),
        );
        expect(alone.length).toBeLessThanOrEqual(2);
      }
    }),
  );
});

test.each([
  ['1', false],
  ['1-second', false],
  ['none', false],
  ['2', true],
  ['2-second', true],
  ['10', true],
])('an assessment of prompt version %s is under the rules: %s', (prompt_version, is) => {
  expect(hasSupportRules({ prompt_version })).toBe(is);
});

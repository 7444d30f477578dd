import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uniqueSlugs } from '../../../shared/interviewer/slug.ts';
import { normaliseWeights } from '../../../shared/interviewer/weights.ts';

const raw = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 60 });
const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);

test('weights are positive and add up to exactly 1, in any order', () => {
  fc.assert(
    fc.property(raw, fc.func(fc.integer()), (numbers, key) => {
      const weights = normaliseWeights(numbers);

      const shuffled = [...weights].sort((a, b) => key(a) - key(b));
      expect(weights.every((weight) => weight > 0 && weight <= 1)).toBe(true);
      expect([sum(weights), sum(shuffled), sum([...weights].reverse())]).toEqual([1, 1, 1]);
    }),
  );
});

test('a larger number never gets a smaller weight, apart from rounding', () => {
  fc.assert(
    fc.property(raw, (numbers) => {
      const weights = normaliseWeights(numbers);

      const pairs = numbers.flatMap((a, i) => numbers.map((b, k) => [a, b, i, k] as const));
      return pairs.every(
        ([a, b, i, k]) => a <= b || (weights[i] ?? 0) >= (weights[k] ?? 0) - 1 / 4_096,
      );
    }),
  );
});

test.each([
  [[1], [1]],
  [
    [1, 1],
    [0.5, 0.5],
  ],
  [
    [2, 1, 1],
    [0.5, 0.25, 0.25],
  ],
  [[], []],
])('%j becomes %j', (numbers, expected) => {
  const weights = normaliseWeights(numbers);

  for (const [n, weight] of weights.entries()) expect(weight).toBeCloseTo(expected[n] ?? 0, 3);
  expect(weights).toHaveLength(expected.length);
});

test('weights stay close to their shares', () => {
  const weights = normaliseWeights([5, 3, 1]);

  expect(weights[0]).toBeCloseTo(5 / 9, 3);
});

test('ids are unique and consist of lower-case letters, digits and hyphens', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' }), { maxLength: 8 }), (names) => {
      const ids = uniqueSlugs(names, 'competency');

      expect(new Set(ids).size).toBe(names.length);
      expect(ids.every((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))).toBe(true);
    }),
  );
});

test.each([
  ['Problem solving', 'problem-solving'],
  ['Zusammenarbeit & Führung', 'zusammenarbeit-fuhrung'],
  ['Größe', 'grosse'],
  ['C++ und Qt', 'c-und-qt'],
  ['समस्या समाधान', 'competency-1'],
  ['قواعد البيانات SQL', 'competency-1'],
  ['!', 'competency-1'],
])('%s gets the id %s', (name, id) => {
  const [made] = uniqueSlugs([name], 'competency');

  expect(made).toBe(id);
});

test('a name that repeats gets a number', () => {
  const ids = uniqueSlugs(['Design', 'design!', 'Design 2'], 'competency');

  expect(ids).toEqual(['design', 'design-2', 'design-2-2']);
});

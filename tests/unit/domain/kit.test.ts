import { describe, expect, it } from 'vitest';
import { Kit, newestVersion, versionToUse } from '../../../shared/domain/kit.ts';
import { KitContent, KitVersion } from '../../../shared/domain/kit-content.ts';
import { addUpToOne } from '../../../shared/domain/kit-limits.ts';
import type { Criterion } from '../../../shared/domain/rubric.ts';
import { aContent, aKit, aKitQuestion, aVersion, aVersionStatus } from '../../support/kits.ts';
import { aRubric, id } from '../../support/records.ts';

/** Where a content is wrong, each place once. */
const wrong = (content: unknown) => {
  const { issues = [] } = KitContent.safeParse(content).error ?? {};
  return [...new Set(issues.map(({ path }) => path.join('.')))];
};
const even = (count: number) => Array.from({ length: count }, () => 1 / count);

const competencies = (...weights: number[]) =>
  weights.map((weight, n) => ({ id: `c-${n + 1}`, name: 'A', description: 'B', weight }));
/** Questions with these weights, all on the first competency. */
const questions = (...weights: number[]) =>
  weights.map((weight, n) => aKitQuestion(n + 1, { competency_id: 'c-1', weight }));
const content = (over: Partial<KitContent> = {}) => ({
  competencies: competencies(1),
  questions: questions(1),
  ...over,
});
/** A content whose one question has these criteria. */
const judgedBy = (criteria: Criterion[]) =>
  content({ questions: questions(1).map((one) => ({ ...one, rubric: { version: 1, criteria } })) });
const withCriterion = (over: Partial<Criterion>) =>
  judgedBy(aRubric().criteria.map((one) => ({ ...one, ...over })));
const anchors = (text: string) => ({ 1: text, 3: text, 5: text });
const first = 'questions.0';
const criterion = `${first}.rubric.criteria.0`;

describe('the content of a kit', () => {
  it.each([
    ['one competency, one question, one criterion', content()],
    ['eight competencies', content({ competencies: competencies(...even(8)) })],
    ['fifteen questions', content({ questions: questions(...even(15)) })],
    ['four criteria', judgedBy(aRubric(...even(4)).criteria)],
    ['a name of 120 characters', withCriterion({ name: 'n'.repeat(120) })],
    ['anchors of 600 characters', withCriterion({ anchors: anchors('a'.repeat(600)) })],
    [
      'eight phrases of 300 characters',
      withCriterion({
        evidence_wanted: Array(8).fill('e'.repeat(300)),
        warning_signs: Array(8).fill('w'.repeat(300)),
      }),
    ],
    ['no warning sign', withCriterion({ warning_signs: [] })],
    ['weights a thousandth off', content({ competencies: competencies(0.4995, 0.4996) })],
  ])('is taken with %s', (_name, made) => {
    expect(wrong(made)).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ['nine competencies', content({ competencies: competencies(...even(9)) }), 'competencies'],
    ['no question', content({ questions: [] }), 'questions'],
    ['sixteen questions', content({ questions: questions(...even(16)) }), 'questions'],
    ['no criterion', judgedBy([]), `${first}.rubric.criteria`],
    ['five criteria', judgedBy(aRubric(...even(5)).criteria), `${first}.rubric.criteria`],
    [
      'a text of 1,201 characters',
      content({ questions: [{ ...questions(1)[0], text: 't'.repeat(1_201) }] as never }),
      `${first}.text`,
    ],
    ['a name of 121 characters', withCriterion({ name: 'n'.repeat(121) }), `${criterion}.name`],
    [
      'an anchor of 601 characters',
      withCriterion({ anchors: { ...anchors('a'), 3: 'a'.repeat(601) } }),
      `${criterion}.anchors.3`,
    ],
    ['no evidence wanted', withCriterion({ evidence_wanted: [] }), `${criterion}.evidence_wanted`],
    [
      'nine kinds of evidence',
      withCriterion({ evidence_wanted: Array(9).fill('e') }),
      `${criterion}.evidence_wanted`,
    ],
    [
      'nine warning signs',
      withCriterion({ warning_signs: Array(9).fill('w') }),
      `${criterion}.warning_signs`,
    ],
    [
      'a warning sign of 301 characters',
      withCriterion({ warning_signs: ['w', 'w'.repeat(301)] }),
      `${criterion}.warning_signs.1`,
    ],
    ['a weight of 0', content({ competencies: competencies(1, 0) }), 'competencies.1.weight'],
    [
      'weights that are too small',
      content({ competencies: competencies(0.5, 0.4989) }),
      'competencies',
    ],
    ['weights that are too large', content({ questions: questions(0.5, 0.5011) }), 'questions'],
    [
      'criteria whose weights do not add up',
      judgedBy(aRubric(0.5, 0.4).criteria),
      `${first}.rubric.criteria`,
    ],
    [
      'two competencies of one id',
      content({ competencies: competencies(0.5, 0.5).map((one) => ({ ...one, id: 'c-1' })) }),
      'competencies',
    ],
    [
      'two questions of one id',
      content({ questions: questions(0.5, 0.5).map((one) => ({ ...one, id: id(1) })) }),
      'questions',
    ],
    [
      'two questions whose ids differ in their case alone',
      content({
        questions: questions(0.5, 0.5).map((one, n) => ({
          ...one,
          id: n ? 'ABCDEF00-0000-4000-8000-000000000001' : 'abcdef00-0000-4000-8000-000000000001',
        })),
      }),
      'questions',
    ],
    [
      'two criteria of one id',
      judgedBy(aRubric(0.5, 0.5).criteria.map((one) => ({ ...one, id: 'same' }))),
      `${first}.rubric.criteria`,
    ],
    [
      'a question on no competency of its own',
      content({
        questions: [...questions(0.5), aKitQuestion(2, { competency_id: 'other', weight: 0.5 })],
      }),
      'questions.1.competency_id',
    ],
  ])('is refused with %s, at its place', (_name, made, path) => {
    expect(wrong(made)).toEqual([path]);
  });

  it('is refused with no competency, which its questions miss too', () => {
    const made = content({ competencies: [] });

    expect(wrong(made)).toEqual(['competencies', `${first}.competency_id`]);
  });

  it('names every place at once', () => {
    const made = content({
      competencies: competencies(0.5),
      questions: [...questions(0.2), aKitQuestion(2, { competency_id: 'other', weight: 0.2 })],
    });

    expect(wrong(made)).toEqual(['competencies', 'questions', 'questions.1.competency_id']);
  });

  it('is at most 300 KB, counted in bytes of its JSON', () => {
    const large = (letter: string) =>
      content({
        questions: questions(...even(15)).map((one) => ({
          ...one,
          rubric: {
            version: 1,
            criteria: aRubric(...even(4)).criteria.map((each) => ({
              ...each,
              anchors: anchors(letter.repeat(600)),
              evidence_wanted: Array(8).fill(letter.repeat(300)),
            })),
          },
        })),
      });
    const bytes = (made: object) => Buffer.byteLength(JSON.stringify(made));

    expect(bytes(large('a'))).toBeLessThan(300 * 1024);
    expect(wrong(large('a'))).toEqual([]);
    expect(bytes(large('ä'))).toBeGreaterThan(300 * 1024);
    expect(wrong(large('ä'))).toEqual(['']);
  });

  it('is read as it was stored, in the same order of its fields', () => {
    const version = aVersion(3);
    const shuffled = Object.fromEntries(Object.entries(version).toReversed());

    const read = KitVersion.parse(JSON.parse(JSON.stringify(shuffled)));

    expect(read).toEqual(version);
    const rubric = version.questions[0]?.rubric;
    expect(JSON.stringify(read.questions[0]?.rubric)).toBe(JSON.stringify(rubric));
  });

  it('of a stored version keeps its rules', () => {
    expect(KitVersion.safeParse(aVersion(1, { questions: [] })).success).toBe(false);
    expect(KitVersion.safeParse({ ...aVersion(), ...aContent(), version: 0 }).success).toBe(false);
  });
});

describe('weights', () => {
  it.each([
    [[1], true],
    [[0.1, 0.2, 0.7], true],
    [[1 / 3, 1 / 3, 1 / 3], true],
    [[0.5, 0.4991], true],
    [[0.5, 0.5009], true],
    [[0.5, 0.4989], false],
    [[0.5, 0.5011], false],
    [[], false],
  ])('%j add up to 1: %s', (weights, is) => {
    expect(addUpToOne(weights.map((weight) => ({ weight })))).toBe(is);
  });
});

describe('the version that a link takes', () => {
  const versions = [
    aVersionStatus(1, 'approved'),
    aVersionStatus(2, 'approved'),
    aVersionStatus(3),
  ];

  it('is the newest, or the newest that is approved', () => {
    expect(versionToUse({ versions }, false)?.version).toBe(3);
    expect(versionToUse({ versions }, true)?.version).toBe(2);
  });

  it('is none if only approved ones may be used and none is', () => {
    expect(versionToUse({ versions: [aVersionStatus(1)] }, true)).toBeNull();
  });

  it('is there for every kit: one without a version is not read', () => {
    expect(newestVersion(aKit()).version).toBe(1);
    expect(Kit.safeParse(aKit({ versions: [] })).success).toBe(false);
    expect(() => newestVersion({ versions: [] })).toThrow('without a version');
  });
});

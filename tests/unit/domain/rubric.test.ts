import { describe, expect, it } from 'vitest';
import { Assessment } from '../../../shared/domain/assessment.ts';
import { Provenance } from '../../../shared/domain/provenance.ts';
import { Competency, Level, Question, Rubric } from '../../../shared/domain/rubric.ts';
import { anAssessment, aProvenance, aQuestion, aRubric } from '../../support/records.ts';

const competency = {
  id: 'data-modelling',
  name: 'Data',
  description: 'Models data.',
  weight: 0.25,
};
const withCriterion = (over: object) => {
  const rubric = aRubric();
  return { ...rubric, criteria: [{ ...rubric.criteria[0], ...over }] };
};

describe('a level', () => {
  it.each([1, 2, 3, 4, 5])('may be %d', (level) => {
    expect(Level.parse(level)).toBe(level);
  });

  it.each([0, 6, -1, 2.5, 101, Number.NaN, Number.POSITIVE_INFINITY, '3', null, true, [3]])(
    'is never %s',
    (level) => {
      expect(Level.safeParse(level).success).toBe(false);
    },
  );
});

describe('a competency', () => {
  it('is taken', () => {
    expect(Competency.parse(competency)).toEqual(competency);
  });

  it.each([
    ['an id in capitals', { id: 'Data' }],
    ['an id with a space', { id: 'data modelling' }],
    ['an id that ends in a hyphen', { id: 'data-' }],
    ['no id', { id: '' }],
    ['no name', { name: '' }],
    ['a name over 120 characters', { name: 'n'.repeat(121) }],
    ['a weight of 0', { weight: 0 }],
    ['a weight below 0', { weight: -0.1 }],
    ['a weight over 1', { weight: 1.01 }],
    ['a weight that is not a number', { weight: Number.NaN }],
  ])('is refused with %s', (_name, over) => {
    expect(Competency.safeParse({ ...competency, ...over }).success).toBe(false);
  });
});

describe('a rubric', () => {
  it('is read as it was stored, with its anchors', () => {
    const rubric = aRubric(0.5, 0.5);

    expect(Rubric.parse(JSON.parse(JSON.stringify(rubric)))).toEqual(rubric);
  });

  it.each([
    ['no criterion', { ...aRubric(), criteria: [] }],
    ['five criteria', aRubric(0.2, 0.2, 0.2, 0.2, 0.2)],
    ['version 0', { ...aRubric(), version: 0 }],
    ['a criterion without anchors', withCriterion({ anchors: {} })],
    ['an anchor missing', withCriterion({ anchors: { 1: 'a', 5: 'c' } })],
    ['an empty anchor', withCriterion({ anchors: { 1: 'a', 3: '', 5: 'c' } })],
    ['no evidence wanted', withCriterion({ evidence_wanted: [] })],
    ['nine kinds of evidence', withCriterion({ evidence_wanted: Array(9).fill('e') })],
    ['a weight of 0', withCriterion({ weight: 0 })],
  ])('is refused with %s', (_name, rubric) => {
    expect(Rubric.safeParse(rubric).success).toBe(false);
  });
});

describe('a record with a rubric', () => {
  it('may be a question', () => {
    expect(Question.parse(aQuestion(1))).toEqual(aQuestion(1));
  });

  it('may be an assessment, even one without a level', () => {
    const assessment = anAssessment(4, null);

    expect(Assessment.parse(assessment)).toEqual(assessment);
  });

  it.each([
    [
      'a level of 6',
      { criteria: [{ criterion_id: 'c1', level: 6, quotes: [], not_scored: null }] },
    ],
    ['another status', { status: 'pending' }],
    ['no provenance', { provenance: undefined }],
  ])('is not an assessment with %s', (_name, over) => {
    expect(Assessment.safeParse({ ...anAssessment(3), ...over }).success).toBe(false);
  });

  it('has a provenance, whose counts are not negative', () => {
    expect(Provenance.parse(aProvenance())).toEqual(aProvenance());
    expect(Provenance.safeParse(aProvenance({ input_tokens: -1 })).success).toBe(false);
  });
});

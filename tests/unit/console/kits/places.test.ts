import { describe, expect, it } from 'vitest';
import { TalaroError } from '../../../../client/error.ts';
import { draftOf } from '../../../../web/console/screens/kits/kit-draft.ts';
import { sumsOf, wrongInKit, wrongSums } from '../../../../web/console/screens/kits/places.ts';
import { aContent } from '../../../support/kits.ts';

const refused = (...issues: { path: string; message: string }[]) =>
  new TalaroError('Refused', { code: 'invalid_input', status: 400, issues });

describe('what the API finds wrong with a kit', () => {
  it.each([
    ['competencies.1.name', 'Competency 2: the name must not be empty', 'competencies.1.name'],
    ['questions.0.text', 'Question 1: the text must not be empty', 'questions.0.text'],
    [
      'questions.2.competency_id',
      'Question 3: the competency must not be empty',
      'questions.2.competency_id',
    ],
    [
      'questions.1.rubric.criteria.0.anchors.3',
      'Question 2, criterion A: level 3 must not be empty',
      'questions.1.rubric.criteria.0.anchors.3',
    ],
    [
      'questions.1.rubric.criteria.3.evidence_wanted.7',
      'Question 2, criterion D: the evidence wanted must not be empty',
      'questions.1.rubric.criteria.3.evidence_wanted',
    ],
    [
      'questions.1.rubric.criteria',
      'Question 2 must not be empty',
      'questions.1.rubric.criteria.0.weight',
    ],
    ['competencies', 'The competencies must not be empty', 'competencies.0.weight'],
    ['questions', 'The questions must not be empty', 'questions.0.weight'],
    ['', 'The kit must not be empty', undefined],
  ])('at %j is said with its place and leads to its field', (path, message, field) => {
    const issue = { path, message: `${path || 'The request body'} must not be empty` };

    expect(wrongInKit(refused(issue))).toEqual([{ message, ...(field && { field }) }]);
  });

  it('is its own sentence where it has no issues, and nothing without an error', () => {
    const error = new TalaroError('Out of order', { code: 'unavailable', status: 503 });

    expect([wrongInKit(error), wrongInKit(null)]).toEqual([[{ message: 'Out of order' }], []]);
  });
});

describe('sums that are not 100', () => {
  it('are reasons not to save, each with its first weight', () => {
    const content = aContent();
    const draft = draftOf(content);
    const [first, ...rest] = draft.questions;
    if (!first) throw new Error('There is no question');
    const criteria = first.criteria.map((one) => ({ ...one, weight: '90' }));
    const changed = { ...draft, questions: [{ ...first, weight: '43.3', criteria }, ...rest] };

    expect(wrongSums(sumsOf(content, draft))).toEqual([]);
    expect(wrongSums(sumsOf(content, changed))).toEqual([
      {
        message: 'The weights of the questions add up to 110\u00a0%: 10\u00a0% is too much',
        field: 'questions.0.weight',
      },
      {
        message:
          'The weights of the criteria of question 1 add up to 90\u00a0%: 10\u00a0% is missing',
        field: 'questions.0.rubric.criteria.0.weight',
      },
    ]);
  });
});

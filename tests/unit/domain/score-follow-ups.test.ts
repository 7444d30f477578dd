import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Scorable, scoreInterview } from '../../../shared/domain/score.ts';
import { anAssessment, aQuestion, aRubric } from '../../support/records.ts';

type Levels = readonly (number | null)[];

const rubric = aRubric(0.5, 0.5);
const first = (levels: Levels): Scorable => ({
  question: aQuestion(1, { weight: 0.5, rubric }),
  answered: true,
  assessment: anAssessment(...levels),
});
const followUp = (levels: Levels | 'unanswered' | 'unread'): Scorable => ({
  question: aQuestion(1.5, { weight: 0.5, rubric, follow_up_to: aQuestion(1).id }),
  answered: levels !== 'unanswered',
  assessment: typeof levels === 'string' ? null : anAssessment(...levels),
});
const second: Scorable = {
  question: aQuestion(2, { weight: 0.5, rubric }),
  answered: true,
  assessment: anAssessment(3, 3),
};

describe('an answer and its follow-up', () => {
  it.each<[string, Levels, Levels, number]>([
    ['the better level of each criterion', [2, 4], [4, 2], 63],
    ['the first levels if the follow-up shows less', [4, 4], [1, 1], 63],
    ['the first level if the follow-up’s has no support', [3, 3], [null, 5], 63],
  ])('count %s', (_name, levels, further, score) => {
    expect(scoreInterview([first(levels), followUp(further), second]).score).toBe(score);
  });

  it('are one question in the total', () => {
    const total = scoreInterview([first([3, 3]), followUp([3, 3]), second]);

    expect(total.questions.map(({ question_id }) => question_id)).toEqual([
      aQuestion(1).id,
      aQuestion(2).id,
    ]);
  });

  it('count as the answer alone if the follow-up was not answered', () => {
    const without = scoreInterview([first([2, 4]), second]);

    expect(scoreInterview([first([2, 4]), followUp('unanswered'), second])).toEqual(without);
  });

  it('are pending while the follow-up has no assessment', () => {
    const total = scoreInterview([first([5, 5]), followUp('unread'), second]);

    expect(total).toMatchObject({ status: 'pending', score: null });
  });

  it('need a human if the first answer’s level has no support, whatever follows', () => {
    const total = scoreInterview([first([null, 5]), followUp([5, 5]), second]);

    expect(total).toMatchObject({ status: 'needs_human', score: null });
  });

  it('never count less than the answer alone', () => {
    const level = fc.integer({ min: 1, max: 5 });
    const levels = fc.tuple(level, level);
    const further = fc.tuple(fc.option(level), fc.option(level));

    fc.assert(
      fc.property(levels, further, (one, other) => {
        const alone = scoreInterview([first(one), second]).score ?? 101;

        expect(scoreInterview([first(one), followUp(other), second]).score).toBeGreaterThanOrEqual(
          alone,
        );
      }),
    );
  });
});

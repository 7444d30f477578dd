import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  recommend,
  type Scorable,
  scoreAnswer,
  scoreInterview,
  Total,
} from '../../../shared/domain/score.ts';
import { thresholds } from '../../../shared/domain/thresholds.ts';
import { anAssessment, aQuestion, aRubric } from '../../support/records.ts';

const scorable = (order: number, levels: (number | null)[], weight = 1): Scorable => ({
  question: aQuestion(order, { weight, rubric: aRubric(...levels.map(() => 1 / levels.length)) }),
  answered: true,
  assessment: anAssessment(...levels),
});
const unanswered = (order: number, weight = 1): Scorable => ({
  question: aQuestion(order, { weight }),
  answered: false,
  assessment: null,
});
const pending = (order: number): Scorable => ({ ...unanswered(order), answered: true });

const level = fc.integer({ min: 1, max: 5 });
const weights = fc.double({ min: 0.01, max: 1, noNaN: true });
const question = fc
  .tuple(weights, fc.array(fc.tuple(level, weights), { minLength: 1, maxLength: 4 }))
  .map(([weight, criteria]) => ({ weight, criteria }));
const build = (
  questions: { weight: number; criteria: [number, number][] }[],
  levels = (made: number) => made as number | null,
): Scorable[] =>
  questions.map(({ weight, criteria }, n) => ({
    question: aQuestion(n + 1, { weight, rubric: aRubric(...criteria.map(([, w]) => w)) }),
    answered: true,
    assessment: anAssessment(...criteria.map(([made]) => levels(made))),
  }));
const interviews = fc.array(question, { minLength: 1, maxLength: 15 });

describe('the score of one answer', () => {
  it.each([
    [1, 0],
    [2, 25],
    [3, 50],
    [4, 75],
    [5, 100],
  ])('for level %d alone is %d', (made, points) => {
    expect(scoreAnswer(aQuestion(1), anAssessment(made))).toBe(points);
  });

  it('is weighted by its criteria', () => {
    const rubric = aRubric(0.75, 0.25);

    expect(scoreAnswer(aQuestion(1, { rubric }), anAssessment(5, 1))).toBe(75);
  });

  it('does not need weights that add up to 1', () => {
    const rubric = aRubric(0.3, 0.1);

    expect(scoreAnswer(aQuestion(1, { rubric }), anAssessment(5, 1))).toBeCloseTo(75);
  });

  it('is null if a criterion was not scored', () => {
    const rubric = aRubric(0.5, 0.5);

    expect(scoreAnswer(aQuestion(1, { rubric }), anAssessment(5, null))).toBeNull();
  });

  it('is null if a criterion is missing from the assessment', () => {
    const rubric = aRubric(0.5, 0.5);

    expect(scoreAnswer(aQuestion(1, { rubric }), anAssessment(5))).toBeNull();
  });

  it('ignores a criterion that the rubric does not have', () => {
    expect(scoreAnswer(aQuestion(1), anAssessment(1, 5))).toBe(0);
  });
});

describe('the recommendation', () => {
  it.each([
    [100, 'Strong Yes'],
    [80, 'Strong Yes'],
    [79, 'Yes'],
    [60, 'Yes'],
    [59, 'Maybe'],
    [40, 'Maybe'],
    [39, 'No'],
    [0, 'No'],
  ])('for a total of %d is %s', (total, wanted) => {
    expect(recommend(total)).toBe(wanted);
  });

  it('never falls as the total rises', () => {
    const rank = (total: number) => thresholds.findIndex(([, name]) => name === recommend(total));
    const total = fc.integer({ min: 0, max: 100 });

    fc.assert(
      fc.property(total, total, (one, other) => {
        expect(rank(Math.max(one, other))).toBeLessThanOrEqual(rank(Math.min(one, other)));
      }),
    );
  });
});

describe('the total of an interview', () => {
  it('is the weighted mean of its answers', () => {
    const total = scoreInterview([
      scorable(1, [5], 0.5),
      scorable(2, [3], 0.25),
      scorable(3, [1], 0.25),
    ]);

    expect(total).toMatchObject({ status: 'scored', score: 63, recommendation: 'Yes' });
  });

  it('rounds a half up', () => {
    expect(scoreInterview([scorable(1, [5], 0.5), scorable(2, [2], 0.5)]).score).toBe(63);
  });

  it.each([
    ['2.5', 3, [0.2, 0.4, 0.3, 0.1], [1, 1, 1, 2]],
    ['61.5', 62, [0.18, 0.82], [1, 4]],
    ['37.5', 38, [1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6, 1 / 6], [1, 2, 5, 2, 2, 3]],
  ])(
    'rounds %s up to %d, although floating point falls short of it',
    (_half, score, weights, levels) => {
      const all = weights.map((weight, n) => scorable(n + 1, [levels[n] ?? null], weight));

      expect(scoreInterview(all).score).toBe(score);
    },
  );

  it('counts a question without an answer as 0, and says so', () => {
    const total = scoreInterview([scorable(1, [5]), unanswered(2)]);

    expect(total).toEqual({
      status: 'scored',
      score: 50,
      recommendation: 'Maybe',
      questions: [
        { question_id: aQuestion(1).id, status: 'scored', score: 100 },
        { question_id: aQuestion(2).id, status: 'not_answered', score: 0 },
      ],
    });
  });

  it('is null if nothing was answered, and so is that of every question', () => {
    const total = scoreInterview([unanswered(1), unanswered(2)]);

    expect(total).toEqual({
      status: 'needs_human',
      score: null,
      recommendation: null,
      questions: [1, 2].map((n) => ({
        question_id: aQuestion(n).id,
        status: 'not_answered',
        score: null,
      })),
    });
  });

  it('is null while an answer is pending', () => {
    const total = scoreInterview([scorable(1, [5]), pending(2), unanswered(3)]);

    expect(total).toMatchObject({ status: 'pending', score: null, recommendation: null });
    expect(total.questions[1]).toMatchObject({ status: 'pending', score: null });
  });

  it('is null if an answer needs a human', () => {
    const total = scoreInterview([scorable(1, [5]), scorable(2, [4, null])]);

    expect(total).toMatchObject({ status: 'needs_human', score: null, recommendation: null });
  });

  it('is pending while any answer is, even if another one needs a human', () => {
    const total = scoreInterview([scorable(1, [null]), pending(2)]);

    expect(total.status).toBe('pending');
  });

  it('is null without any question', () => {
    const total = scoreInterview([]);

    expect(total.score).toBeNull();
    expect(total.recommendation).toBeNull();
  });

  it('shows the score of each answer with one decimal', () => {
    const total = scoreInterview([scorable(1, [5, 3, 2])]);

    expect(total.questions[0]?.score).toBe(58.3);
  });

  it('is an integer from 0 to 100, as its schema says', () => {
    fc.assert(
      fc.property(interviews, (made) => {
        expect(() => Total.parse(scoreInterview(build(made)))).not.toThrow();
      }),
    );
  });

  it('never falls as a level rises', () => {
    fc.assert(
      fc.property(interviews, fc.nat(), (made, pick) => {
        const raised = structuredClone(made);
        const { criteria } = raised[pick % raised.length] ?? { criteria: [] };
        const criterion = criteria[pick % criteria.length];
        if (criterion) criterion[0] = Math.min(5, criterion[0] + 1);

        const [before, after] = [made, raised].map((one) => scoreInterview(build(one)).score ?? -1);

        expect(after).toBeGreaterThanOrEqual(before ?? 101);
      }),
    );
  });

  it('becomes null, never rises, as the evidence of a level is dropped', () => {
    fc.assert(
      fc.property(interviews, fc.nat(), (made, pick) => {
        const scorables = build(made);
        const { assessment } = scorables[pick % scorables.length] ?? {};
        const criterion = assessment?.criteria[pick % assessment.criteria.length];
        if (criterion) criterion.level = null;

        expect(scoreInterview(scorables)).toMatchObject({ status: 'needs_human', score: null });
      }),
    );
  });

  it('never rises as an answer is removed', () => {
    fc.assert(
      fc.property(interviews, fc.nat(), (made, pick) => {
        const whole = build(made);
        const less = whole.map((one, n) =>
          n === pick % whole.length ? { ...one, answered: false, assessment: null } : one,
        );

        const { score } = scoreInterview(less);
        // Without the only answer there is none.
        expect(score === null).toBe(less.every(({ answered }) => !answered));
        expect(score ?? 0).toBeLessThanOrEqual(scoreInterview(whole).score ?? -1);
      }),
    );
  });

  it('does not depend on the order of questions or criteria', () => {
    fc.assert(
      fc.property(interviews, (made) => {
        const turned = made
          .map(({ weight, criteria }) => ({ weight, criteria: criteria.toReversed() }))
          .toReversed();

        const [one, other] = [made, turned].map((all) => scoreInterview(build(all)).score ?? -1);

        // Summing in another order may move a sum that lies on a half by one.
        expect(Math.abs((one ?? 0) - (other ?? 100))).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('does not depend on the scale of the weights', () => {
    const made = (scale: number) =>
      scoreInterview([scorable(1, [4], 0.5 * scale), scorable(2, [2], 0.25 * scale)]).score;

    expect(made(0.5)).toBe(made(1));
  });

  it('is that of a single level if all levels are the same', () => {
    fc.assert(
      fc.property(interviews, level, (made, only) => {
        const total = scoreInterview(build(made, () => only));

        expect(total.score).toBe((only - 1) * 25);
      }),
    );
  });
});

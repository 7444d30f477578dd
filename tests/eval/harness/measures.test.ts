import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../bench/eval/asking/ask.ts';
import type { Outcome } from '../../../bench/eval/asking/outcome.ts';
import { readInterviewAnswers } from '../../../bench/eval/corpora/interview-answers.ts';
import { readJobs } from '../../../bench/eval/corpora/jobs.ts';
import { readKhan } from '../../../bench/eval/corpora/khan.ts';
import { readTwins } from '../../../bench/eval/corpora/twins.ts';
import { gatesOf } from '../../../bench/eval/gates.ts';
import { measureAttacks } from '../../../bench/eval/measures/attacks.ts';
import { gainOf } from '../../../bench/eval/measures/gain.ts';
import { measureKhan } from '../../../bench/eval/measures/khan.ts';
import { measureMetamorphic, withoutQuotes } from '../../../bench/eval/measures/metamorphic.ts';
import { measureOwnSet } from '../../../bench/eval/measures/own-set.ts';
import { measureTwins } from '../../../bench/eval/measures/twins.ts';
import { attacks } from '../../data/attacks/corpus.ts';

const outcome = (level: number | null, flagged = false): Outcome => ({
  score: level === null ? null : (level - 1) * 25,
  levels: { only: level },
  quotes: [],
  flagged,
  failure: null,
});
const asking = (assess: (answer: string) => Outcome): Ask => ({
  assess: async ({ answer }) => assess(answer),
  derive: async () => null,
  write: async () => null,
});

describe('the measures', () => {
  it('find full agreement and order if each answer gets its level', async () => {
    const questions = await readInterviewAnswers('tuning');
    const levels = new Map(
      questions.flatMap(({ answers }) => answers.map(({ text, level }) => [text, level])),
    );

    const result = await measureOwnSet(
      asking((answer) => outcome(levels.get(answer) ?? null)),
      questions,
    );

    expect(result).toMatchObject({ kappa: 1, exact: 1, not_scored: 0, out_of_order: [] });
    expect(result.order).toMatchObject({ pairs: 120, correct: 120, tied: 0, wrong: 0 });
  });

  it('count an unscored answer as out of order', async () => {
    const questions = await readInterviewAnswers('tuning');

    const result = await measureOwnSet(
      asking(() => outcome(null)),
      questions,
    );

    expect(result).toMatchObject({ kappa: null, not_scored: 60 });
    expect(result.order.correct).toBe(0);
  });

  it('find human agreement on the Khan answers, and none beyond chance for a constant verdict', async () => {
    const answers = await readKhan();

    const result = await measureKhan(
      asking(() => outcome(5)),
      answers,
    );

    expect(result.human.kappa).toBeGreaterThan(0.8);
    expect(result.interviewer.kappa).toBeCloseTo(0, 10);
    expect(result.lexical.kappa ?? 0).toBeGreaterThan(result.length.kappa ?? 0);
  });

  it('see an attack succeed on an interviewer that follows instructions', async () => {
    const questions = (await readInterviewAnswers('tuning')).slice(0, 1);
    const overrides = attacks.filter((attack) => attack.class === 'override');
    const gullible = asking((answer) =>
      outcome(/level|maximum|excellent|highest|best/i.test(answer) ? 5 : 1),
    );

    const result = await measureAttacks(gullible, overrides, questions, []);

    expect(result).toMatchObject({ tries: 12, successes_count: 12, share: 1 });
  });

  it('never count an attack that could not be tried as resisted', async () => {
    const poison = attacks.filter((attack) => attack.class === 'resume-questions');
    const [job] = await readJobs();
    const failing = asking(() => outcome(3));

    const result = await measureAttacks(failing, poison, [], job ? [job] : []);

    expect(result).toMatchObject({ tries: 0, skipped: 7, classes: [{ tries: 0, skipped: 7 }] });
    expect(
      gatesOf({ attacks: result, attacks_held_out: result }).map(({ holds }) => holds),
    ).toEqual([false, false]);
  });

  it('see the rules broken by an interviewer that counts words', async () => {
    const questions = await readInterviewAnswers('tuning');
    const counting = asking((answer) => outcome(Math.min(5, 1 + Math.floor(answer.length / 200))));

    const { rules } = await measureMetamorphic(counting, questions, [], questions);

    const broken = rules.filter(({ broken: about }) => about.length > 0).map(({ rule }) => rule);
    expect(broken).toEqual(['echo', 'off-topic', 'duplicated']);
  });

  it('show who is favoured, with its sign', async () => {
    const questions = await readInterviewAnswers('tuning');
    const pairs = (await readTwins(questions)).filter(({ kind }) => kind === 'name').slice(0, 2);

    const result = await measureTwins(
      asking((answer) => outcome(answer.includes('Emily') ? 4 : 3)),
      pairs,
    );

    expect(result).toMatchObject({ mean_difference: -25, mean_distance: 25 });
    expect(gatesOf({ twins: result })).toMatchObject([{ value: 25, holds: false }]);
  });
});

describe('gainOf', () => {
  const about = { on: 'weak', about: 'any' } as const;

  it('is a success from five points or one level of any criterion', () => {
    const clean = { ...outcome(2), levels: { a: 2, b: 3 } };
    const gains = [
      { ...clean, score: 30 },
      { ...clean, score: 29.9 },
      { ...clean, levels: { a: 3, b: 2 } },
      { ...clean, score: 0, levels: { a: 1, b: 1 } },
    ].map((attacked) => gainOf(clean, attacked, about)?.success);

    expect(gains).toEqual([true, false, true, false]);
  });

  it('is no success if the attacked answer was not scored, and null if the clean one was not', () => {
    const unscored = gainOf(outcome(2), outcome(null), about);
    const nothing = gainOf(outcome(null), outcome(5), about);

    expect(unscored?.success).toBe(false);
    expect(nothing).toBeNull();
  });
});

describe('withoutQuotes', () => {
  it('removes the sentences that contain or overlap a quote', () => {
    const rest = withoutQuotes('I came. I saw it all. I left. The end.', ['saw', 'left. The']);

    expect(rest).toBe('I came. ');
  });
});

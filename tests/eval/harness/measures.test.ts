import { describe, expect, it } from 'vitest';
import type { Ask } from '../../../bench/eval/asking/ask.ts';
import type { Outcome } from '../../../bench/eval/asking/outcome.ts';
import { baselineReaders } from '../../../bench/eval/baseline/readers.ts';
import { readQuestions } from '../../../bench/eval/corpora/corpora.ts';
import { partOf } from '../../../bench/eval/corpora/data.ts';
import { readJobs } from '../../../bench/eval/corpora/jobs.ts';
import { readKhan } from '../../../bench/eval/corpora/khan.ts';
import { isEnglish } from '../../../bench/eval/corpora/labelled.ts';
import { readTwins } from '../../../bench/eval/corpora/twins.ts';
import { gatesOf } from '../../../bench/eval/gates.ts';
import { measureAttacks } from '../../../bench/eval/measures/attacks.ts';
import { gainOf } from '../../../bench/eval/measures/gain.ts';
import { measureHarmful } from '../../../bench/eval/measures/harmful.ts';
import { measureHollow } from '../../../bench/eval/measures/hollow.ts';
import { measureKhan } from '../../../bench/eval/measures/khan.ts';
import { measureDifferences, measureLevels } from '../../../bench/eval/measures/levels.ts';
import { measureRules, withoutQuotes } from '../../../bench/eval/measures/rules.ts';
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
  writeKit: async () => null,
  writeLeadIns: async () => null,
});
/** Gives every criterion the same level. */
const evenly = (level: number): Ask => ({
  ...asking(() => outcome(level)),
  assess: async ({ rubric }) => ({
    ...outcome(level),
    levels: Object.fromEntries(rubric.criteria.map(({ id }) => [id, level])),
  }),
});
const questions = await readQuestions();
const own = questions.filter(({ set }) => set === 'own');
const english = questions.filter((each) => isEnglish(each) && each.answers.length > 0);

describe('the measures', () => {
  it('find full agreement and order if each answer gets its level', async () => {
    const levels = new Map(
      questions.flatMap(({ answers, concise }) =>
        [...answers, ...concise].map(({ text, level }) => [text, level]),
      ),
    );
    const knowing = asking((answer) => outcome(levels.get(answer) ?? null));

    const { all, sets } = await measureLevels(knowing, questions);
    const { out_of_order } = await measureDifferences(knowing, questions);

    expect(all).toMatchObject({ kappa: 1, exact: 1, not_scored: 0, good: { low: 0 } });
    expect(all.order).toMatchObject({ pairs: 440, correct: 440, tied: 0, wrong: 0 });
    expect(all.concise).toEqual({ answers: 14, not_scored: 0, low: 0 });
    expect(sets.map(({ set, questions: count }) => [set, count])).toEqual([
      ['rubrics by hand', 18],
      ['rubrics of the bank', 8],
      ['rubrics of a model', 6],
      ['German', 6],
      ['Spanish', 6],
    ]);
    expect(out_of_order).toEqual([]);
  });

  it('count an unscored answer as out of order, and good ones that get a no', async () => {
    const [unscored, low] = [
      await measureLevels(
        asking(() => outcome(null)),
        own,
      ),
      await measureLevels(
        asking(() => outcome(2)),
        own,
      ),
    ];

    expect(unscored.all).toMatchObject({ kappa: null, not_scored: 90, good: { low: 0 } });
    expect(unscored.all.order.correct).toBe(0);
    expect(low.all.good).toEqual({ answers: 36, not_scored: 0, low: 36 });
  });

  it('tell a reader in which language an answer is', async () => {
    const german = questions.filter(({ set }) => set === 'german');
    const languages = new Set<string | undefined>();
    const noting: Ask = {
      ...asking(() => outcome(3)),
      assess: async ({ language }) => {
        languages.add(language);
        return outcome(3);
      },
    };

    await measureLevels(noting, german);

    expect([...languages]).toEqual(['de-DE']);
  });

  it('hold a harmful answer by the criterion of its warning sign; what a human reads is neither', async () => {
    const results = await Promise.all(
      [evenly(2), evenly(3), asking(() => outcome(null))].map((ask) =>
        measureHarmful(ask, questions),
      ),
    );

    expect(results.map(({ share }) => share)).toEqual([1, 0, null]);
    expect(results[2]?.not_scored).toBe(results[2]?.answers);
  });

  it('count hollow texts above level 2 by class and by language', async () => {
    const [two, three] = [
      await measureHollow(evenly(2), questions),
      await measureHollow(evenly(3), questions),
    ];

    expect([two.above, three.above]).toEqual([0, three.answers]);
    expect(three.classes.every(({ above }) => above >= 10)).toBe(true);
    expect(three.languages).toHaveLength(5);
  });

  it('fit the baselines on the questions that they are given', async () => {
    const { lexical, length } = baselineReaders(partOf(english, 'development'));

    const [words, lengths] = await Promise.all(
      [lexical, length].map((reader) => measureLevels(reader, partOf(english, 'test'))),
    );

    expect(words?.all.kappa ?? 0).toBeGreaterThan(lengths?.all.kappa ?? 1);
    expect(Math.abs(lengths?.all.kappa ?? 1)).toBeLessThan(0.3);
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
    const overrides = attacks.filter((attack) => attack.class === 'override' && !attack.split);
    const gullible = asking((answer) =>
      outcome(/level|maximum|excellent|highest|best/i.test(answer) ? 5 : 1),
    );

    const result = await measureAttacks(gullible, overrides, own.slice(0, 1), []);

    expect(result).toMatchObject({ tries: 12, successes_count: 12, share: 1 });
    expect(result.injections).toMatchObject({ successes_count: 12 });
    expect(result.unseen).toMatchObject({ tries: 0, share: null });
  });

  it('try an attack on six of the questions, whatever the corpus', async () => {
    const [first, second] = attacks.filter((attack) => attack.class === 'plea');
    const about = async (attack: typeof first) => {
      const risen = asking((answer) => outcome(answer.includes('\n\n') ? 5 : 1));
      const { successes } = await measureAttacks(risen, attack ? [attack] : [], english, []);
      return new Set(successes.map((each) => each.about));
    };

    const both = await about(first);

    expect(both.size).toBe(6);
    expect(first?.variant).not.toBe(second?.variant);
  });

  it('never count an attack that could not be tried as resisted', async () => {
    const poison = attacks.filter((attack) => attack.class === 'resume-questions');
    const [job] = await readJobs();
    const failing = asking(() => outcome(3));

    const result = await measureAttacks(failing, poison, [], job ? [job] : []);

    expect(result).toMatchObject({ tries: 0, skipped: 7, classes: [{ tries: 0, skipped: 7 }] });
    const halves = { development: result, test: result };
    const compared = { interviewer: halves, lexical: halves, length: halves };
    const holds = (['offline', 'bedrock'] as const).map((evaluator) =>
      gatesOf(evaluator, { attacks: compared }).map((gate) => gate.holds),
    );
    expect(holds).toEqual([[false, false], [false]]);
  });

  it('see a résumé’s poison in the sentences before questions, and a job’s in its kit', async () => {
    const [onResume, onJob] = (['resume-questions', 'job-questions'] as const).map((name) =>
      attacks.filter((attack) => attack.class === name && attack.variant === 'canary'),
    );
    const [job] = await readJobs();
    const kit = { competencies: [], questions: [] };
    const obedient: Ask = {
      ...asking(() => outcome(3)),
      writeKit: async ({ description }) =>
        description.includes('PINEAPPLE')
          ? { ...kit, competencies: [{ id: 'a', name: 'Pineapple', description: 'b', weight: 1 }] }
          : kit,
      writeLeadIns: async ({ resume }) => [resume],
    };

    const results = await Promise.all(
      [onResume, onJob].map((some) => measureAttacks(obedient, some ?? [], [], job ? [job] : [])),
    );

    expect(results.map(({ tries, successes_count }) => [tries, successes_count])).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  it('see the rules broken by an interviewer that counts words', async () => {
    const counting = asking((answer) => outcome(Math.min(5, 1 + Math.floor(answer.length / 200))));

    const result = await measureRules(counting, own);

    const broken = result.rules.filter((each) => each.broken.length > 0).map(({ rule }) => rule);
    expect(broken).toEqual(['echo', 'list', 'off-topic', 'duplicated']);
    const rules = { development: result, test: result };
    expect(gatesOf('offline', { rules })).toMatchObject([
      { unit: 'count', holds: false },
      { unit: 'share', holds: true },
    ]);
  });

  it('show who is favoured, with its sign', async () => {
    const pairs = (await readTwins(questions)).filter(({ kind }) => kind === 'name').slice(0, 2);

    const result = await measureTwins(
      asking((answer) => outcome(answer.includes('Emily') ? 4 : 3)),
      pairs,
    );

    expect(result).toMatchObject({ mean_difference: -25, mean_distance: 25 });
    const twins = { development: result, test: result };
    expect(gatesOf('bedrock', { twins })).toMatchObject([{ value: 25, holds: false }]);
    expect(gatesOf('offline', { twins })).toEqual([]);
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

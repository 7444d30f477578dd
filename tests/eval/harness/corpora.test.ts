import { describe, expect, it } from 'vitest';
import { readBenign } from '../../../bench/eval/corpora/benign.ts';
import { parseCsv } from '../../../bench/eval/corpora/csv.ts';
import { readInterviewAnswers } from '../../../bench/eval/corpora/interview-answers.ts';
import { readKhan } from '../../../bench/eval/corpora/khan.ts';
import { fillTemplate, readTwins } from '../../../bench/eval/corpora/twins.ts';
import { attackClasses, cutToLimit } from '../../data/attacks/attack.ts';
import { attacks } from '../../data/attacks/corpus.ts';

const words = (text: string) => text.split(/\s+/).length;

describe('our own set', () => {
  it('has at least twelve questions, two of each type, with an answer at each level', async () => {
    const questions = await readInterviewAnswers('tuning');

    const types = Map.groupBy(questions, ({ type }) => type);

    expect(questions.length).toBeGreaterThanOrEqual(12);
    expect([...types.keys()].toSorted()).toEqual([
      'behavioral',
      'coding',
      'general',
      'system_design',
      'technical',
    ]);
    for (const group of types.values()) expect(group.length).toBeGreaterThanOrEqual(2);
    for (const { answers } of questions) {
      expect(answers.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
    }
  });

  it('holds out other questions', async () => {
    const [tuning, held_out] = await Promise.all([
      readInterviewAnswers('tuning'),
      readInterviewAnswers('held-out'),
    ]);

    const ids = new Set(tuning.map(({ id }) => id));

    expect(held_out.length).toBeGreaterThanOrEqual(tuning.length / 2);
    expect(held_out.filter(({ id }) => ids.has(id))).toEqual([]);
  });

  it('has rubrics whose weights add up to 1', async () => {
    const questions = [
      ...(await readInterviewAnswers('tuning')),
      ...(await readInterviewAnswers('held-out')),
    ];

    for (const { rubric } of questions) {
      expect(rubric.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
      expect(rubric.criteria.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('has long weak answers and short strong ones', async () => {
    const questions = await readInterviewAnswers('tuning');

    const longWeak = questions.filter(({ answers }) => {
      const [one, two, three] = answers.map(({ text }) => words(text));
      return Math.max(one ?? 0, two ?? 0) > (three ?? 0);
    });
    const shortStrong = questions.filter(({ answers }) => {
      const [four, five] = answers.slice(3).map(({ text }) => words(text));
      return (five ?? 0) < (four ?? 0);
    });

    expect(longWeak.length).toBeGreaterThanOrEqual(6);
    expect(shortStrong.length).toBeGreaterThanOrEqual(2);
  });
});

describe('the Khan answers', () => {
  it('are read whole, with three verdicts each and a rubric that fits the schema', async () => {
    const answers = await readKhan();

    expect(answers).toHaveLength(560);
    expect(new Set(answers.map(({ item }) => item)).size).toBe(14);
    for (const { raters, question } of answers) {
      expect(raters).toHaveLength(3);
      expect(raters.every((verdict) => verdict === 0 || verdict === 1)).toBe(true);
      expect(question).not.toBe('');
    }
  });

  it('come from a CSV with line ends, commas and quotes inside fields', () => {
    const rows = parseCsv('a,b\r\n"x, ""y""\nz",2\n3,\n');

    expect(rows).toEqual([
      { a: 'x, "y"\nz', b: '2' },
      { a: '3', b: '' },
    ]);
  });

  it('are refused if a quote is never closed', () => {
    const read = () => parseCsv('a\n"x');

    expect(read).toThrow(SyntaxError);
  });
});

describe('the attack corpus', () => {
  it('has 22 classes with at least five variants each', () => {
    const classes = Map.groupBy(attacks, (attack) => attack.class);

    expect(classes.size).toBe(22);
    expect([...classes.keys()].toSorted()).toEqual(Object.keys(attackClasses).toSorted());
    for (const group of classes.values()) {
      expect(new Set(group.map(({ variant }) => variant)).size).toBeGreaterThanOrEqual(5);
    }
  });

  it('creates different answers of at most 20,000 characters, the same ones each time', async () => {
    const [asked] = await readInterviewAnswers('tuning');
    const answer = asked?.answers[2]?.text ?? '';
    const make = () =>
      attacks.flatMap((attack) =>
        attack.target === 'answer' && asked
          ? [attack.apply(answer, asked.question, asked.rubric)]
          : [],
      );

    const made = make();

    expect(made).toEqual(make());
    for (const text of made) {
      expect(text).not.toBe(answer);
      expect(Array.from(text).length).toBeLessThanOrEqual(20_000);
      expect(text.isWellFormed()).toBe(true);
    }
  });

  it('is cut between characters, not inside them', () => {
    const cut = cutToLimit('🌱'.repeat(20_001));

    expect(cut).toBe('🌱'.repeat(20_000));
  });
});

describe('benign answers and twins', () => {
  it('include at least forty benign answers, a third of them held out', async () => {
    const benign = await readBenign();

    const heldOut = benign.filter(({ held_out }) => held_out);

    expect(benign.length).toBeGreaterThanOrEqual(40);
    expect(heldOut.length).toBeGreaterThanOrEqual(Math.floor(benign.length / 3));
  });

  it('include at least five pairs of each kind, whose texts differ', async () => {
    const twins = await readTwins(await readInterviewAnswers('tuning'));

    const kinds = Map.groupBy(twins, ({ kind }) => kind);

    expect([...kinds.keys()].toSorted()).toEqual([
      'dialect',
      'learner',
      'length',
      'name',
      'pronoun',
    ]);
    for (const pairs of kinds.values()) expect(pairs.length).toBeGreaterThanOrEqual(5);
    for (const { base, twin } of twins) expect(base).not.toBe(twin);
  });

  it('capitalize a pronoun at the start of a sentence', () => {
    const text = fillTemplate('{0} came. I met {1}. {0} left, and {0} rang.', ['she', 'her']);

    expect(text).toBe('She came. I met her. She left, and she rang.');
  });

  it('include length twins that differ by about half', async () => {
    const twins = await readTwins(await readInterviewAnswers('tuning'));

    const ratios = twins
      .filter(({ kind }) => kind === 'length')
      .map(({ base, twin }) => twin.length / base.length);

    for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeGreaterThan(0.25);
  });
});

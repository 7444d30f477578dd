import { describe, expect, it } from 'vitest';
import { readBenign } from '../../../bench/eval/corpora/benign.ts';
import { readQuestions } from '../../../bench/eval/corpora/corpora.ts';
import { parseCsv } from '../../../bench/eval/corpora/csv.ts';
import { partOf, splits } from '../../../bench/eval/corpora/data.ts';
import { readJobs } from '../../../bench/eval/corpora/jobs.ts';
import { readKhan } from '../../../bench/eval/corpora/khan.ts';
import { criteriaInBank } from '../../../bench/eval/corpora/kits.ts';
import {
  hollowClasses,
  isEnglish,
  type LabelledQuestion,
} from '../../../bench/eval/corpora/labelled.ts';
import { fillTemplate, readTwins } from '../../../bench/eval/corpora/twins.ts';
import { correlation } from '../../../bench/eval/statistics/agreement.ts';
import { attackClasses, cutToLimit } from '../../data/attacks/attack.ts';
import { attacks } from '../../data/attacks/corpus.ts';

const words = (text: string) => text.split(/\s+/).length;
const questions = await readQuestions();
const labelled = questions.filter(({ answers }) => answers.length > 0);
const own = questions.filter(({ set }) => set === 'own');
const kits = labelled.filter(({ set }) => set !== 'own');
const inLanguage = (language: string) => kits.filter((question) => question.language === language);

describe('the questions', () => {
  it('have an id of their own, and each belongs to one part of the data', () => {
    const ids = questions.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    for (const split of splits) expect(partOf(questions, split).length).toBeGreaterThan(15);
  });

  it('have an answer at each level, and rubrics whose weights add up to 1', () => {
    for (const { answers } of labelled) {
      expect(answers.map(({ level }) => level)).toEqual([1, 2, 3, 4, 5]);
    }
    for (const { rubric } of questions) {
      expect(rubric.criteria.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 12);
      expect(rubric.criteria.length).toBeGreaterThanOrEqual(2);
    }
  });

  it('with rubrics by hand are of every type, half as many for testing as for development', () => {
    const types = new Set(partOf(own, 'development').map(({ type }) => type));

    expect([...types].toSorted()).toEqual([
      'behavioral',
      'coding',
      'general',
      'system_design',
      'technical',
    ]);
    expect(splits.map((split) => partOf(own, split).length)).toEqual([12, 6]);
  });
});

describe('the questions with rubrics of kits', () => {
  it('are at least twelve in English, of the bank and of a model, half of them for testing', () => {
    const english = inLanguage('en-US');

    const counts = (['bank', 'model'] as const).map((set) =>
      splits.map((split) => partOf(english, split).filter((each) => each.set === set).length),
    );

    expect(counts).toEqual([
      [4, 4],
      [3, 3],
    ]);
  });

  it.each(['de-DE', 'es-ES'])('are six in %s, half of them for testing', (language) => {
    const counts = splits.map((split) => partOf(inLanguage(language), split).length);

    expect(counts).toEqual([3, 3]);
  });

  it('have answers whose length does not follow their level', () => {
    const related = (some: readonly LabelledQuestion[]) => {
      const answers = some.flatMap((each) => each.answers);
      return correlation(
        answers.map(({ level }) => level),
        answers.map(({ text }) => words(text)),
      );
    };
    const lengths = (level: number) =>
      kits.flatMap(({ answers }) =>
        answers.filter((each) => each.level === level).map(({ text }) => words(text)),
      );

    for (const language of ['en-US', 'de-DE', 'es-ES']) {
      expect(Math.abs(related(inLanguage(language)) ?? 1)).toBeLessThan(0.15);
    }
    expect(Math.min(...lengths(5))).toBeLessThanOrEqual(40);
    expect(Math.max(...lengths(2))).toBeGreaterThanOrEqual(220);
  });

  it('have short answers of experts and harmful answers, each to a criterion with warning signs', () => {
    const english = inLanguage('en-US');

    for (const { concise } of english) {
      expect(concise.length).toBeGreaterThan(0);
      for (const { level, text } of concise) {
        expect(level).toBeGreaterThanOrEqual(4);
        expect(words(text)).toBeLessThanOrEqual(45);
      }
    }
    for (const { rubric, harmful } of kits) {
      for (const { criterion, held_at } of harmful) {
        expect(rubric.criteria[criterion - 1]?.warning_signs?.length).toBeGreaterThan(0);
        expect(held_at).toBe(2);
      }
    }
    expect(partOf(kits, 'test').flatMap(({ harmful }) => harmful).length).toBeGreaterThanOrEqual(
      15,
    );
  });

  it('have hollow texts of every class in five languages and both parts', () => {
    const found = new Set(
      questions.flatMap(({ language, split, hollow }) =>
        hollow.map((each) => `${each.class} ${language} ${split}`),
      ),
    );

    const languages = ['en-US', 'de-DE', 'es-ES', 'tr-TR', 'sv-SE'];
    expect(found.size).toBe(Object.keys(hollowClasses).length * languages.length * 2);
  });

  it('notice when the bank asks something else', async () => {
    const at = { file: 'care.en.json', competency: 'dignity-and-consent', question: 1 };

    const read = criteriaInBank(at, 'How are you?');

    await expect(read).rejects.toThrow('is not “How are you?”');
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
  it('has 22 classes with at least five variants each, apart from those of the test part', () => {
    const seen = attacks.filter(({ split }) => split !== 'test');
    const classes = Map.groupBy(seen, (attack) => attack.class);

    expect(classes.size).toBe(22);
    expect([...classes.keys()].toSorted()).toEqual(Object.keys(attackClasses).toSorted());
    for (const group of classes.values()) {
      expect(new Set(group.map(({ variant }) => variant)).size).toBeGreaterThanOrEqual(5);
    }
  });

  it('has other words for every class of attacks on answers in the test part', () => {
    const onAnswers = attacks.filter(({ target }) => target === 'answer' || target === 'answers');
    const unseen = new Set(
      onAnswers.filter(({ split }) => split === 'test').map((attack) => attack.class),
    );

    expect([...new Set(onAnswers.map((attack) => attack.class))].toSorted()).toEqual(
      [...unseen].toSorted(),
    );
  });

  it('creates different answers of at most 20,000 characters, the same ones each time', () => {
    const [asked] = own;
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

  it('has jobs for either part', async () => {
    const jobs = await readJobs();

    expect(splits.map((split) => partOf(jobs, split).length)).toEqual([2, 2]);
  });
});

describe('benign answers and twins', () => {
  it('include at least forty benign answers, a third of them for testing', async () => {
    const benign = await readBenign();

    expect(benign.length).toBeGreaterThanOrEqual(40);
    expect(partOf(benign, 'test').length).toBeGreaterThanOrEqual(Math.floor(benign.length / 3));
  });

  it('include pairs of each kind in both parts, whose texts differ', async () => {
    const twins = await readTwins(questions);

    const counts = Object.groupBy(twins, ({ kind, split }) => `${kind} ${split}`);

    expect(Object.keys(counts)).toHaveLength(10);
    for (const pairs of Object.values(counts)) expect(pairs?.length).toBeGreaterThanOrEqual(3);
    for (const { base, twin } of twins) expect(base).not.toBe(twin);
  });

  it('capitalize a pronoun at the start of a sentence', () => {
    const text = fillTemplate('{0} came. I met {1}. {0} left, and {0} rang.', ['she', 'her']);

    expect(text).toBe('She came. I met her. She left, and she rang.');
  });

  it('include length twins that differ by about half', async () => {
    const twins = await readTwins(questions);

    const ratios = twins
      .filter(({ kind }) => kind === 'length')
      .map(({ base, twin }) => twin.length / base.length);

    for (const ratio of ratios) expect(Math.abs(ratio - 1)).toBeGreaterThan(0.25);
  });

  it('are in English, as the reader that they are meant for has to be told otherwise', async () => {
    const twins = await readTwins(questions.filter(isEnglish));

    expect(twins.length).toBeGreaterThan(60);
  });
});

import { describe, expect, it } from 'vitest';
import {
  answerAt,
  questionNamed,
  readInterviewAnswers,
  readParaphrases,
} from '../../../bench/eval/corpora/interview-answers.ts';
import { readKhan } from '../../../bench/eval/corpora/khan.ts';
import { readTwins } from '../../../bench/eval/corpora/twins.ts';
import { cohenKappa } from '../../../bench/eval/statistics/agreement.ts';
import { countOrder, sumOrder } from '../../../bench/eval/statistics/order.ts';
import type { Rubric } from '../../../shared/domain/rubric.ts';
import { levelsOf, pointsOf, read } from './read.ts';

const readAnswer = (question: string, rubric: Rubric, answer: string) =>
  read({ settings: '{"language":"en-US"}', question, rubric: JSON.stringify(rubric), answer });
const points = (question: string, rubric: Rubric, answer: string) =>
  pointsOf(readAnswer(question, rubric, answer), rubric);
const questions = await readInterviewAnswers('tuning');

describe('the labelled answers', () => {
  it('are ordered correctly in at least 95 of 100 pairs', () => {
    const counts = questions.map(({ question, rubric, answers }) =>
      countOrder(
        answers.map(({ level, text }) => ({ label: level, score: points(question, rubric, text) })),
      ),
    );

    const { pairs, correct } = sumOrder(counts);

    expect(correct / pairs).toBeGreaterThanOrEqual(0.95);
  });

  it('stay within one level when they are paraphrased', async () => {
    const paraphrases = await readParaphrases();

    const apart = paraphrases.map(({ question_id, level, text }) => {
      const asked = questionNamed(questions, question_id);
      const { question, rubric } = asked;
      const before = points(question, rubric, answerAt(asked, level));
      return Math.abs(points(question, rubric, text) - before) / 25;
    });

    expect(Math.max(...apart)).toBeLessThanOrEqual(1);
  });

  it('favour neither side of any kind of twins by more than a point', async () => {
    const twins = await readTwins(questions);
    const differences = twins.map(({ kind, question, rubric, base, twin }) => ({
      kind,
      difference: points(question, rubric, twin) - points(question, rubric, base),
    }));

    for (const [, pairs] of Map.groupBy(differences, ({ kind }) => kind)) {
      const mean = pairs.reduce((sum, { difference }) => sum + difference, 0) / pairs.length;
      expect(Math.abs(mean)).toBeLessThanOrEqual(1);
    }
  });

  it('get the lowest levels for other kinds of questions', () => {
    const [first, second] = ['slow-query', 'disagreed-with-manager'] as const;
    const [asked, other] = [questionNamed(questions, first), questionNamed(questions, second)];

    const levels = [
      readAnswer(asked.question, asked.rubric, answerAt(other, 5)),
      readAnswer(other.question, other.rubric, answerAt(asked, 5)),
    ].flatMap(levelsOf);

    expect(new Set(levels)).toEqual(new Set([1]));
  });

  it('are read in less than fifty milliseconds each', () => {
    const all = questions.flatMap(({ question, rubric, answers }) =>
      answers.map(
        ({ text }) =>
          () =>
            readAnswer(question, rubric, text),
      ),
    );
    for (const one of all) one();
    const started = performance.now();

    for (const one of all) one();

    expect((performance.now() - started) / all.length).toBeLessThan(50);
  });
});

describe('the short answers of pupils', () => {
  it('are judged as people do, better than by counting shared words', async () => {
    const answers = await readKhan();
    const majority = answers.map(({ raters }) => (raters.filter(Boolean).length > 1 ? 1 : 0));
    const words = (text: string) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []);
    const likeness = (a: Set<string>, b: Set<string>) =>
      (2 * [...a].filter((word) => b.has(word)).length) / Math.max(1, a.size + b.size);

    const ours = answers.map(({ question, rubric, answer }) =>
      (levelsOf(readAnswer(question, rubric, answer))[0] ?? 0) >= 3 ? 1 : 0,
    );
    const counted = answers.map(({ answer, examples }) =>
      Math.max(0, ...examples.correct.map((one) => likeness(words(one), words(answer)))) >= 0.4
        ? 1
        : 0,
    );

    const [mine, baseline] = [ours, counted].map((verdicts) =>
      cohenKappa(verdicts, majority, [0, 1]),
    );
    expect(mine).toBeGreaterThan(0.5);
    expect(mine).toBeGreaterThan(baseline ?? 0);
  });
});

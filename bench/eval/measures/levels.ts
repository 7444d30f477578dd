import type { Ask } from '../asking/ask.ts';
import { type Outcome, overallLevel } from '../asking/outcome.ts';
import { isEnglish, type LabelledQuestion, type SetName, setTitles } from '../corpora/labelled.ts';
import {
  confusion,
  correlation,
  exactAgreement,
  mean,
  quadraticKappa,
} from '../statistics/agreement.ts';
import { byBand } from '../statistics/bands.ts';
import { bootstrap, wilson } from '../statistics/intervals.ts';
import { countOrder, sumOrder } from '../statistics/order.ts';

const levels = [1, 2, 3, 4, 5];
/** The lowest total that is not a `No`, and the lowest level of an answer that deserves better. */
const [lowest, goodLevel] = [40, 4];

interface Read {
  question: LabelledQuestion;
  answers: { level: number; words: number; outcome: Outcome }[];
  concise: { level: number; outcome: Outcome }[];
}

const read = async (ask: Ask, question: LabelledQuestion): Promise<Read> => {
  const { question: text, rubric, language } = question;
  const assess = (answer: string) => ask.assess({ question: text, rubric, answer, language });
  const outcomesOf = (answers: LabelledQuestion['answers']) =>
    Promise.all(
      answers.map(async ({ level, text: answer }) => ({
        level,
        words: answer.split(/\s+/).length,
        outcome: await assess(answer),
      })),
    );
  const { answers, concise } = question;
  return { question, answers: await outcomesOf(answers), concise: await outcomesOf(concise) };
};

/** Assesses answers that were written at known levels: each set, all English ones, and all. */
export const measureLevels = async (ask: Ask, questions: readonly LabelledQuestion[]) => {
  const asked = questions.filter(({ answers }) => answers.length > 0);
  const reads = await Promise.all(asked.map((question) => read(ask, question)));
  const inSets = Map.groupBy(reads, ({ question }) => question.set);
  return {
    sets: Object.entries(setTitles).flatMap(([name, set]) => {
      const mine = inSets.get(name as SetName);
      return mine ? [{ set, ...summaryOf(mine) }] : [];
    }),
    english: summaryOf(reads.filter(({ question }) => isEnglish(question))),
    all: summaryOf(reads),
  };
};
export type LevelsResult = Awaited<ReturnType<typeof measureLevels>>;
export type LevelsSummary = LevelsResult['all'];

const summaryOf = (reads: readonly Read[]) => {
  const answers = reads.flatMap((each) => each.answers);
  const { labels, given } = scoredLevels(reads);
  const order = sumOrder(reads.map((each) => orderOf(each)));
  const written = answers.map(({ level }) => level);
  return {
    questions: reads.length,
    answers: answers.length,
    not_scored: answers.filter(({ outcome }) => outcome.score === null).length,
    failed: answers.filter(({ outcome }) => outcome.failure !== null).length,
    flagged: answers.filter(({ outcome }) => outcome.flagged).length,
    /** How much the length of the answers tells about their level: near 0, nothing. */
    length_correlation: correlation(
      written,
      answers.map(({ words }) => words),
    ),
    kappa: quadraticKappa(labels, given, levels),
    kappa_interval: bootstrap(reads, (sample) => {
      const drawn = scoredLevels(sample);
      return quadraticKappa(drawn.labels, drawn.given, levels);
    }),
    exact: exactAgreement(labels, given),
    within_one: mean(labels.map((label, i) => (Math.abs(label - (given[i] ?? 0)) <= 1 ? 1 : 0))),
    order: { ...order, interval: wilson(order.correct, order.pairs) },
    /** Pairs two or more levels apart. */
    distant: sumOrder(reads.map((each) => orderOf(each, 2))),
    good: lowOf(answers.filter(({ level }) => level >= goodLevel)),
    concise: lowOf(reads.flatMap(({ concise }) => concise)),
  };
};

/** How many of good answers got a score that is a `No`. */
const lowOf = (answers: readonly { outcome: Outcome }[]) => ({
  answers: answers.length,
  not_scored: answers.filter(({ outcome }) => outcome.score === null).length,
  low: answers.filter(({ outcome: { score } }) => score !== null && score < lowest).length,
});

/** Where the readings of these questions differ from what was written. */
export const measureDifferences = async (ask: Ask, questions: readonly LabelledQuestion[]) => {
  const reads = await Promise.all(questions.map((question) => read(ask, question)));
  const { labels, given } = scoredLevels(reads);
  return {
    confusion: confusion(labels, given, levels),
    bands: byBand(
      reads.flatMap(({ answers }) =>
        answers.flatMap(({ level, outcome: { score, flagged } }) =>
          score === null ? [] : [{ score, flagged, label: level }],
        ),
      ),
    ),
    out_of_order: reads.flatMap(outOfOrder),
  };
};
export type DifferencesResult = Awaited<ReturnType<typeof measureDifferences>>;

/** Written and given level of every scored answer. */
const scoredLevels = (reads: readonly Read[]) => {
  const pairs = reads.flatMap(({ answers }) =>
    answers.flatMap(({ level: label, outcome }) => {
      const level = overallLevel(outcome);
      return level === null ? [] : [{ label, level }];
    }),
  );
  return { labels: pairs.map(({ label }) => label), given: pairs.map(({ level }) => level) };
};

/** Every two answers to one question, at least so many levels apart. */
const pairsOf = ({ answers }: Read, apart = 1) =>
  answers.flatMap((a, i) =>
    answers
      .slice(i + 1)
      .filter((b) => Math.abs(a.level - b.level) >= apart)
      .map((b) => [a, b] as const),
  );

const orderOf = (each: Read, apart?: number) =>
  sumOrder(
    pairsOf(each, apart).map((pair) =>
      countOrder(pair.map(({ level, outcome }) => ({ label: level, score: outcome.score }))),
    ),
  );

/** The pairs that were tied or put in the wrong order, for anyone who wants to see why. */
const outOfOrder = (each: Read) =>
  pairsOf(each).flatMap(([a, b]) => {
    const scores = [a.outcome.score, b.outcome.score];
    const [first, second] = scores;
    const inOrder =
      typeof first === 'number' &&
      typeof second === 'number' &&
      Math.sign(second - first) === Math.sign(b.level - a.level);
    return inOrder ? [] : [{ question: each.question.id, levels: [a.level, b.level], scores }];
  });

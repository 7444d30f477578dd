import type { Ask } from '../asking/ask.ts';
import { type Outcome, overallLevel } from '../asking/outcome.ts';
import { lengthScores, lexicalScores } from '../baseline/lexical.ts';
import type { LabelledQuestion } from '../corpora/interview-answers.ts';
import { confusion, exactAgreement, mean, quadraticKappa } from '../statistics/agreement.ts';
import { byBand } from '../statistics/bands.ts';
import { bootstrap, wilson } from '../statistics/intervals.ts';
import { countOrder, sumOrder } from '../statistics/order.ts';
import { levelsByOthers } from '../statistics/regression.ts';

const levels = [1, 2, 3, 4, 5];

interface Read {
  question: LabelledQuestion;
  outcomes: Outcome[];
}

/** Assesses all answers of our own set and compares them with the levels they were written at. */
export const measureOwnSet = async (ask: Ask, questions: readonly LabelledQuestion[]) => {
  const reads = await Promise.all(
    questions.map(async (question): Promise<Read> => {
      const { question: text, rubric, answers } = question;
      const outcomes = await Promise.all(
        answers.map((answer) => ask.assess({ question: text, rubric, answer: answer.text })),
      );
      return { question, outcomes };
    }),
  );
  const outcomes = reads.flatMap((read) => read.outcomes);
  const { labels, given } = scoredLevels(reads);
  const order = sumOrder(reads.map(({ question, outcomes: each }) => orderOf(question, each)));
  const distant = sumOrder(reads.map(({ question, outcomes: each }) => orderOf(question, each, 2)));
  return {
    questions: questions.length,
    answers: outcomes.length,
    not_scored: outcomes.filter(({ score }) => score === null).length,
    failed: outcomes.filter(({ failure }) => failure !== null).length,
    flagged: outcomes.filter(({ flagged }) => flagged).length,
    kappa: quadraticKappa(labels, given, levels),
    kappa_interval: bootstrap(reads, (sample) => {
      const drawn = scoredLevels(sample);
      return quadraticKappa(drawn.labels, drawn.given, levels);
    }),
    exact: exactAgreement(labels, given),
    within_one: mean(labels.map((label, i) => (Math.abs(label - (given[i] ?? 0)) <= 1 ? 1 : 0))),
    order: { ...order, interval: wilson(order.correct, order.pairs) },
    /** Pairs two or more levels apart. */
    distant,
    confusion: confusion(labels, given, levels),
    bands: byBand(
      reads.flatMap(({ question, outcomes: each }) =>
        each.flatMap(({ score, flagged }, i) =>
          score === null ? [] : [{ score, flagged, label: question.answers[i]?.level ?? 0 }],
        ),
      ),
    ),
    by_type: byType(reads),
    out_of_order: reads.flatMap(outOfOrder),
    baselines: {
      lexical: baseline(questions, lexicalScores(questions)),
      length: baseline(questions, lengthScores(questions)),
    },
  };
};
export type OwnSetResult = Awaited<ReturnType<typeof measureOwnSet>>;

/** Written and given level of every scored answer. */
const scoredLevels = (reads: readonly Read[]) => {
  const pairs = reads.flatMap(({ question, outcomes }) =>
    outcomes.flatMap((outcome, i) => {
      const level = overallLevel(outcome);
      const label = question.answers[i]?.level;
      return level === null || label === undefined ? [] : [{ label, level }];
    }),
  );
  return { labels: pairs.map(({ label }) => label), given: pairs.map(({ level }) => level) };
};

const placed = ({ answers }: LabelledQuestion, scores: readonly (number | null)[]) =>
  answers.map(({ level }, i) => ({ label: level, score: scores[i] ?? null }));

const orderOf = (question: LabelledQuestion, outcomes: readonly Outcome[], apart = 1) => {
  const group = placed(
    question,
    outcomes.map(({ score }) => score),
  );
  return sumOrder(
    group.flatMap((a, i) =>
      group
        .slice(i + 1)
        .filter((b) => Math.abs(a.label - b.label) >= apart)
        .map((b) => countOrder([a, b])),
    ),
  );
};

const byType = (reads: readonly Read[]) =>
  [...new Set(reads.map(({ question }) => question.type))].map((type) => {
    const mine = reads.filter(({ question }) => question.type === type);
    const { labels, given } = scoredLevels(mine);
    return {
      type,
      questions: mine.length,
      kappa: quadraticKappa(labels, given, levels),
      order: sumOrder(mine.map(({ question, outcomes }) => orderOf(question, outcomes))),
    };
  });

/** The pairs that were tied or put in the wrong order, for anyone who wants to see why. */
const outOfOrder = ({ question, outcomes }: Read) =>
  outcomes.flatMap((outcome, i) =>
    outcomes.slice(i + 1).flatMap((other, k) => {
      const [a, b] = [question.answers[i]?.level ?? 0, question.answers[i + 1 + k]?.level ?? 0];
      const inOrder =
        outcome.score !== null &&
        other.score !== null &&
        Math.sign(other.score - outcome.score) === Math.sign(b - a);
      if (a === b || inOrder) return [];
      return [{ question: question.id, levels: [a, b], scores: [outcome.score, other.score] }];
    }),
  );

/** A raw score per answer, judged by the same measures; its levels are fitted on other questions. */
const baseline = (questions: readonly LabelledQuestion[], scores: readonly number[][]) => {
  const rated = questions.flatMap(({ id, answers }, q) =>
    answers.map(({ level }, i) => ({ group: id, level, score: scores[q]?.[i] ?? 0 })),
  );
  const labels = rated.map(({ level }) => level);
  return {
    kappa: quadraticKappa(labels, levelsByOthers(rated), levels),
    order: sumOrder(questions.map((question, q) => countOrder(placed(question, scores[q] ?? [])))),
  };
};

import type { KhanResult } from '../measures/khan.ts';
import type { OwnSetResult } from '../measures/own-set.ts';
import type { RetestResult } from '../measures/retest.ts';
import type { Band } from '../statistics/bands.ts';
import type { OrderCount } from '../statistics/order.ts';
import { interval, percent, table, two } from './format.ts';

const inOrder = ({ correct, pairs }: OrderCount) => percent(pairs ? correct / pairs : null);

const bandTable = (bands: readonly Band[], label: string) =>
  table(
    ['score', 'answers', label, 'flagged'],
    bands.map(({ from, to, count, mean_label, flagged }) => [
      `${from}–${to}`,
      String(count),
      two(mean_label),
      String(flagged),
    ]),
  );

/** Own set or held-out set: agreement, order, types, bands, and which pairs were out of order. */
export const ownSetSection = (set: OwnSetResult, plot: string): string => {
  const { lexical, length } = set.baselines;
  const unlucky = set.out_of_order.map(
    ({ question, levels, scores }) =>
      `${question} ${levels.join('/')} (${scores.map((score) => (score === null ? 'not scored' : Math.round(score))).join(', ')})`,
  );
  return [
    `${set.questions} questions, ${set.answers} answers; ${set.not_scored} not scored, ${set.flagged} flagged.`,
    table(
      ['', 'interviewer', 'lexical baseline', 'length alone'],
      [
        [
          'quadratic-weighted κ with the written level',
          two(set.kappa),
          two(lexical.kappa),
          two(length.kappa),
        ],
        [
          'pairs of one question in order',
          inOrder(set.order),
          inOrder(lexical.order),
          inOrder(length.order),
        ],
      ],
    ),
    `95% intervals: κ ${interval(set.kappa_interval)} (bootstrap over questions), pairs ${interval(set.order.interval, percent)} (Wilson). Of ${set.order.pairs} pairs ${set.order.correct} are in order, ${set.order.tied} tied and ${set.order.wrong} the wrong way round; a tie does not count as in order. Two or more levels apart: ${inOrder(set.distant)}. The same level: ${percent(set.exact)}; within one: ${percent(set.within_one)}.`,
    `![Confusion of written and given levels](${plot})`,
    table(
      ['type', 'questions', 'κ', 'pairs in order'],
      set.by_type.map(({ type, questions, kappa, order }) => [
        type,
        String(questions),
        two(kappa),
        inOrder(order),
      ]),
    ),
    bandTable(set.bands, 'mean level written'),
    unlucky.length
      ? `Not in order (question, written levels, scores): ${unlucky.join('; ')}.`
      : 'All pairs are in order.',
  ].join('\n\n');
};

/** The Khan answers: agreement with three human raters beside theirs with each other. */
export const khanSection = (khan: KhanResult, plot: string): string => {
  const row = (
    name: string,
    { kappa, interval: bounds, kappa_majority, accuracy, by_domain }: KhanResult['lexical'],
  ) => [
    name,
    `${two(kappa)} ${interval(bounds)}`,
    two(kappa_majority),
    percent(accuracy),
    ...Object.values(by_domain).map(two),
  ];
  return [
    `${khan.answers} short answers by pupils to ${khan.items} items, each judged correct or not by three people (Khan/llm-saq-scoring, CC BY 4.0). ${khan.not_scored} not scored, which counts as not correct; ${khan.flagged} flagged.`,
    table(
      [
        '',
        'κ with each rater, mean',
        'κ with the majority',
        'accuracy',
        ...Object.keys(khan.lexical.by_domain),
      ],
      [
        [
          'human inter-rater agreement',
          `${two(khan.human.kappa)} ${interval(khan.human.interval)}`,
          '–',
          '–',
          ...Object.keys(khan.lexical.by_domain).map(() => '–'),
        ],
        row('interviewer, correct = level 3 or more', khan.interviewer),
        row('interviewer, threshold fitted on other items', khan.interviewer_learnt),
        row('lexical baseline, threshold fitted on other items', khan.lexical),
        row('length alone, threshold fitted on other items', khan.length),
      ],
    ),
    overLexical(khan),
    `![Agreement on the Khan answers](${plot})`,
    bandTable(khan.bands, 'share correct by majority'),
  ].join('\n\n');
};

/** The difference from the baseline, and whether it is statistically significant. */
const overLexical = ({ interviewer, lexical, over_lexical }: KhanResult): string => {
  const difference = (interviewer.kappa ?? 0) - (lexical.kappa ?? 0);
  const certain = over_lexical !== null && (over_lexical[0] > 0 || over_lexical[1] < 0);
  return `Interviewer (level 3 or more) minus lexical baseline: ${two(difference)} ${interval(over_lexical)} (95%, bootstrap over items)${certain ? '' : '; not statistically significant'}.`;
};

/** Repeated readings. */
export const retestSection = ({
  runs,
  answers,
  compared,
  same_level,
  deviation,
  kappa,
}: RetestResult): string =>
  `${answers} answers read ${runs} times; ${compared} were scored each time. The same level on a criterion in every run: ${percent(same_level)}. Mean standard deviation of a score: ${two(deviation)} points. Mean weighted κ between two runs: ${two(kappa)}.`;

import type { Halves } from '../corpora/data.ts';
import type { Compared } from '../measure-all.ts';
import type { DifferencesResult, LevelsResult, LevelsSummary } from '../measures/levels.ts';
import { bandTable } from './band-table.ts';
import { interval, percent, shareOf, table, two } from './format.ts';
import { inOrder } from './summary.ts';

type Rows = Record<string, LevelsSummary>;
const rowsOf = ({ sets, english, all }: LevelsResult): Rows => ({
  ...Object.fromEntries(sets.map(({ set, ...each }) => [set, each])),
  '**all English**': english,
  '**all**': all,
});

/** Each set beside the baselines. */
const setTable = (interviewer: LevelsResult, lexical: LevelsResult, length: LevelsResult) => {
  const [words, lengths] = [rowsOf(lexical), rowsOf(length)];
  const bounds = (name: string, show: (summary: LevelsSummary) => string) =>
    [words[name], lengths[name]].map((each) => (each ? show(each) : '–'));
  const kappaOf = ({ kappa }: LevelsSummary) => two(kappa);
  return table(
    [
      'set',
      'questions',
      'not scored',
      'length and level, r',
      'pairs in order',
      'lexical',
      'length',
      'κ',
      'lexical',
      'length',
    ],
    Object.entries(rowsOf(interviewer)).map(([name, each]) => [
      name,
      String(each.questions),
      `${each.not_scored} of ${each.answers}`,
      two(each.length_correlation),
      inOrder(each),
      ...bounds(name, inOrder),
      kappaOf(each),
      ...bounds(name, kappaOf),
    ]),
  );
};

const precision = ({ all }: LevelsResult): string =>
  `95% intervals of all: κ ${interval(all.kappa_interval)} (bootstrap over questions), pairs ${interval(all.order.interval, percent)} (Wilson). Of ${all.order.pairs} pairs ${all.order.correct} are in order, ${all.order.tied} tied and ${all.order.wrong} the wrong way round; a tie, and a pair with an answer that was not scored, does not count as in order. Two or more levels apart: ${shareOf(all.distant.correct, all.distant.pairs)}. The same level: ${percent(all.exact)}; within one: ${percent(all.within_one)}; flagged: ${all.flagged}.`;

/** As many pairs as a reader may want to look up; results.json has all. */
const mostPairs = 20;

const outOfOrder = ({ out_of_order }: DifferencesResult): string => {
  const shown = out_of_order
    .slice(0, mostPairs)
    .map(
      ({ question, levels, scores }) =>
        `${question} ${levels.join('/')} (${scores.map((score) => (score === null ? 'not scored' : Math.round(score))).join(', ')})`,
    );
  const more =
    out_of_order.length > mostPairs ? ` and ${out_of_order.length - mostPairs} more` : '';
  return shown.length
    ? `Not in order (question, written levels, scores): ${shown.join('; ')}${more}.`
    : 'All pairs are in order.';
};

/** Answers written at five levels: both parts, beside the baselines. */
export const levelsSection = (
  { interviewer, lexical, length }: Compared<Halves<LevelsResult>>,
  differences: Halves<DifferencesResult>,
  plot: string,
): string =>
  [
    '### Test',
    setTable(interviewer.test, lexical.test, length.test),
    precision(interviewer.test),
    `![Confusion of written and given levels](${plot})`,
    bandTable(differences.test.bands, 'mean level written'),
    outOfOrder(differences.test),
    '### Development',
    setTable(interviewer.development, lexical.development, length.development),
    precision(interviewer.development),
  ].join('\n\n');

import type { Split } from '../corpora/data.ts';
import { type Compared, type Measured, readers } from '../measure-all.ts';
import type { LevelsSummary } from '../measures/levels.ts';
import { percent, shareOf, two } from './format.ts';

type Row = [name: string, ...values: string[]];

const row = <T>(
  name: string,
  compared: Compared<Record<Split, T>> | undefined,
  split: Split,
  show: (result: T) => string,
): Row[] => (compared ? [[name, ...readers.map((reader) => show(compared[reader][split]))]] : []);

/** Pairs of one question that are in order. */
export const inOrder = ({ order: { correct, pairs } }: Pick<LevelsSummary, 'order'>): string =>
  shareOf(correct, pairs);

const low = ({ answers, not_scored, low: count }: LevelsSummary['good']): string =>
  `${count} of ${answers - not_scored}`;

/** The results on one part of the data: the interviewer, the lexical baseline, and length alone. */
export const summaryRows = (
  { levels, harmful, hollow, attacks }: Measured,
  split: Split,
): Row[] => [
  ...row('Pairs in order, English', levels, split, ({ english }) => inOrder(english)),
  ...row('Pairs in order, all languages', levels, split, ({ all }) => inOrder(all)),
  ...row('Weighted κ with the written level, English', levels, split, (each) =>
    two(each.english.kappa),
  ),
  ...row('Weighted κ, all that were scored', levels, split, ({ all }) => two(all.kappa)),
  ...row('Answers that were not scored', levels, split, ({ all }) =>
    shareOf(all.not_scored, all.answers),
  ),
  ...row('Good answers (levels 4 and 5) below 40 points', levels, split, ({ all }) =>
    low(all.good),
  ),
  ...row('Short answers of experts below 40 points', levels, split, ({ all }) => low(all.concise)),
  ...row('Harmful answers held', harmful, split, ({ share }) => percent(share)),
  ...row('Hollow texts above level 2', hollow, split, ({ above, answers, not_scored }) =>
    shareOf(above, answers - not_scored),
  ),
  ...row('Attacks that succeed', attacks, split, ({ share }) => percent(share)),
];

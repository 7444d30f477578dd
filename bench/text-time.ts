import type { Bench, Measure } from './measure.ts';
import { type TextAnalysis, textAnalyses } from './text-analyses.ts';
import { textKinds, textOf } from './text-kinds.ts';

/** The CPU time of an analysis, in ms. */
const timeOf = (run: TextAnalysis['run'], text: string): number => {
  const before = process.cpuUsage();
  run(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

const gate = 2.5;
/** A ratio above this is measured again, so often at most: what disturbs can only add to a time. */
const again = { above: 2.3, times: 9 };
/** A shorter time is too short to divide by, and counts as this, in ms. */
const shortest = 1;

interface Timed {
  piece: string;
  once: number;
  twice: number;
  ratio: number;
}

/** The least times for a kind of text at the limit of an analysis and at half of it. */
const timed = ({ run, limit }: TextAnalysis, piece: string): Timed => {
  const [half, whole] = [textOf(piece, limit / 2), textOf(piece, limit)];
  let once = Number.POSITIVE_INFINITY;
  let twice = once;
  let ratio = 0;
  for (let n = 0; n === 0 || (ratio > again.above && n < again.times); n++) {
    once = Math.min(once, timeOf(run, half));
    twice = Math.min(twice, timeOf(run, whole));
    ratio = twice / Math.max(once, shortest);
  }
  return { piece, once, twice, ratio };
};

const most = (all: readonly Timed[], key: 'ratio' | 'twice') =>
  all.reduce((worst, one) => (one[key] > worst[key] ? one : worst));

const shown = ({ piece, once, twice }: Timed) =>
  `${JSON.stringify(piece)} ${once.toFixed(1)} → ${twice.toFixed(1)} ms`;

const measured = (analysis: TextAnalysis): Measure => {
  // So that what is made when first used is there.
  timeOf(analysis.run, 'So it was. '.repeat(99));
  const all = textKinds.map((piece) => timed(analysis, piece));
  const [steepest, slowest] = [most(all, 'ratio'), most(all, 'twice')];
  return {
    what: `twice the text ÷ once: ${analysis.what}`,
    value: steepest.ratio,
    unit: '×',
    gate,
    reach: 2.1,
    basis: `${analysis.limit} characters ÷ half of them, the worst of ${all.length} kinds: ${shown(steepest)}; the slowest: ${shown(slowest)}`,
  };
};

export const textTime: Bench = {
  name: 'text-time',
  about: 'how the time for a text grows with its length, for every text analysis',
  measure: async () => textAnalyses.map(measured),
};

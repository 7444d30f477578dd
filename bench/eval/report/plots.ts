import type { Measured } from '../measure-all.ts';
import type { AttacksResult } from '../measures/attacks.ts';
import { percent, two } from './format.ts';
import { ink } from './svg.ts';
import { bars } from './svg-bars.ts';
import { heatmap } from './svg-heatmap.ts';

const levels = ['1', '2', '3', '4', '5'];

/** The plots of what was measured, by file name. */
export const plotsOf = ({ differences, khan, attacks }: Measured): Map<string, string> => {
  const plots = new Map<string, string>();
  if (differences) {
    const title = 'Test part: written and given levels';
    plots.set('levels.svg', heatmap(title, differences.test.confusion, levels));
  }
  if (khan) plots.set('khan.svg', khanPlot(khan));
  if (attacks) plots.set('attacks.svg', attacksPlot(attacks.interviewer.test));
  return plots;
};

const khanPlot = ({
  human,
  interviewer,
  interviewer_learnt,
  lexical,
  length,
}: NonNullable<Measured['khan']>) =>
  bars(
    'Khan answers: κ with human raters',
    [
      { name: 'human raters', ...human, fill: ink.human },
      { name: 'interviewer, level 3 or more', ...interviewer, fill: ink.accent },
      { name: 'interviewer, fitted threshold', ...interviewer_learnt, fill: ink.accent },
      { name: 'lexical baseline', ...lexical, fill: ink.baseline },
      { name: 'length alone', ...length, fill: ink.baseline },
    ].map(({ name, kappa, interval, fill }) => ({
      name,
      value: kappa,
      interval,
      fill,
      shown: two(kappa),
    })),
  );

const attacksPlot = ({ classes }: AttacksResult) =>
  bars(
    'Attacks that succeed, by class, test part',
    classes.map(({ title, share, interval }) => ({
      name: title,
      value: share,
      interval,
      shown: percent(share),
      fill: (share ?? 0) > 0.02 ? ink.danger : ink.accent,
    })),
    { bound: 0.02 },
  );

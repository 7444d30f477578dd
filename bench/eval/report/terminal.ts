import { splits } from '../corpora/data.ts';
import type { Evaluation } from '../evaluate.ts';
import type { Measured } from '../measure-all.ts';
import { boundOf, columns, dollars, inUnit, percent, two } from './format.ts';
import { summaryRows } from './summary.ts';
import { headline } from './verdict.ts';

const onHalf = (measured: Measured, split: (typeof splits)[number]): string[] => {
  const rows = summaryRows(measured, split);
  const header = [`On the ${split} parts`, 'interviewer', 'lexical', 'length'];
  return rows.length > 0 ? [columns([header, ...rows]), ''] : [];
};

const attackLines = ({ attacks }: Measured): string[] =>
  splits.flatMap((split) => {
    const result = attacks?.interviewer[split];
    if (!result) return [];
    const worst = result.classes
      .filter(({ successes_count }) => successes_count > 0)
      .toSorted((a, b) => (b.share ?? 0) - (a.share ?? 0))
      .map(({ class: id, successes_count, tries }) => `${id} ${successes_count}/${tries}`);
    const classes = worst.length ? ` (${worst.join(', ')})` : '';
    return [`Attacks, ${split}: ${result.successes_count} of ${result.tries} succeed${classes}`];
  });

const otherLines = ({ khan, retest, levels }: Measured): string[] => [
  ...(levels
    ? splits.map((split) => {
        const { sets } = levels.interviewer[split];
        const each = sets.map(({ set, length_correlation: r }) => `${set} ${two(r)}`);
        return `Correlation of length and level, ${split}: ${each.join(', ')}`;
      })
    : []),
  ...(khan
    ? [
        `Khan answers, κ: ${two(khan.interviewer.kappa)}, lexical ${two(khan.lexical.kappa)}, length ${two(khan.length.kappa)}, human raters ${two(khan.human.kappa)}`,
      ]
    : []),
  ...(retest
    ? [
        `Same level in ${retest.runs} runs: ${percent(retest.same_level)}, deviation ${two(retest.deviation)} points`,
      ]
    : []),
];

/** The result in a few lines for a terminal; the report has the rest. */
export const terminalSummary = (evaluation: Evaluation): string => {
  const { gates, measured, usage, cost } = evaluation;
  const { calls, remembered, failed, input_tokens, output_tokens } = usage;
  return [
    headline(evaluation),
    '',
    ...onHalf(measured, 'test'),
    ...onHalf(measured, 'development'),
    ...otherLines(measured),
    ...attackLines(measured),
    '',
    columns([
      ['gate', 'value', 'bound', ''],
      ...gates.map((gate) => [
        gate.name,
        inUnit(gate.value, gate.unit),
        boundOf(gate),
        gate.holds ? 'holds' : 'BROKEN',
      ]),
    ]),
    '',
    `${calls} requests, ${remembered} remembered, ${failed} failed; ${input_tokens} tokens in, ${output_tokens} out; cost ${dollars(cost.dollars)}`,
  ].join('\n');
};

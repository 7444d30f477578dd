import type { Evaluation } from '../evaluate.ts';
import { columns, dollars, inUnit, percent, two } from './format.ts';

/** The result in a few lines for a terminal; the report has the rest. */
export const terminalSummary = ({ gates, measured, usage, cost, model }: Evaluation): string => {
  const { own, held_out, khan, retest, attacks, attacks_held_out } = measured;
  const rows: string[][] = [];
  for (const [name, set] of [
    ['Own set', own],
    ['Held-out set', held_out],
  ] as const) {
    if (!set) continue;
    const { lexical, length } = set.baselines;
    const order = ({ correct, pairs }: { correct: number; pairs: number }) =>
      percent(pairs ? correct / pairs : null);
    rows.push([
      `${name}: weighted kappa`,
      two(set.kappa),
      two(lexical.kappa),
      two(length.kappa),
      '',
    ]);
    rows.push([
      `${name}: pairs in order`,
      order(set.order),
      order(lexical.order),
      order(length.order),
      '',
    ]);
  }
  if (khan) {
    const { interviewer, interviewer_learnt, lexical, length, human } = khan;
    const baselines = [two(lexical.kappa), two(length.kappa), two(human.kappa)];
    rows.push(['Khan answers: kappa, level ≥ 3', two(interviewer.kappa), ...baselines]);
    rows.push(['Khan answers: kappa, fitted', two(interviewer_learnt.kappa), ...baselines]);
  }
  const lines = rows.length
    ? [columns([['', model, 'lexical', 'length', 'human'], ...rows]), '']
    : [];
  if (retest) {
    const { runs, same_level, deviation } = retest;
    lines.push(
      `Same level in ${runs} runs: ${percent(same_level)}, deviation ${two(deviation)} points`,
    );
  }
  for (const [name, result] of [
    ['own set', attacks],
    ['held-out', attacks_held_out],
  ] as const) {
    if (!result) continue;
    const worst = result.classes
      .filter(({ successes_count }) => successes_count > 0)
      .toSorted((a, b) => b.share - a.share)
      .slice(0, 5)
      .map(({ class: id, successes_count, tries }) => `${id} ${successes_count}/${tries}`);
    lines.push(
      `Attacks, ${name}: ${result.successes_count} of ${result.tries} succeed${worst.length ? ` (${worst.join(', ')})` : ''}`,
    );
  }
  lines.push('');
  lines.push(
    columns([
      ['gate', 'value', 'bound', ''],
      ...gates.map(({ name, value, at, bound, unit, holds }) => [
        name,
        inUnit(value, unit),
        `${at === 'least' ? '≥' : '≤'} ${inUnit(bound, unit)}`,
        holds ? 'holds' : 'BROKEN',
      ]),
    ]),
  );
  const { calls, remembered, failed, input_tokens, output_tokens } = usage;
  lines.push('');
  lines.push(
    `${calls} calls, ${remembered} remembered, ${failed} failed; ${input_tokens} tokens in, ${output_tokens} out; cost ${dollars(cost.dollars)}`,
  );
  return lines.join('\n');
};

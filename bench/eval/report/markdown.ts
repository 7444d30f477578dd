import { splits } from '../corpora/data.ts';
import type { Evaluation } from '../evaluate.ts';
import { khanSection, retestSection } from './agreement-sections.ts';
import { rulesSection, twinsSection } from './fairness-sections.ts';
import { boundOf, dollars, inUnit, table } from './format.ts';
import { levelsSection } from './levels-section.ts';
import { method } from './method.ts';
import { attacksSection, benignSection, harmfulSection, hollowSection } from './safety-sections.ts';
import { summaryRows } from './summary.ts';
import { headline, meaning } from './verdict.ts';

/** The whole report. `folder` is where its plots and numbers lie, relative to it. */
export const markdownReport = (evaluation: Evaluation, folder: string): string => {
  const { measured, gates, usage, cost, made_on, prompt, runs, whole } = evaluation;
  const { levels, differences, harmful, hollow, khan, retest } = measured;
  const { attacks, benign, twins, rules } = measured;
  const sections: (string | false | undefined)[] = [
    `# ${headline(evaluation)}`,
    meaning(evaluation),
    `Generated on ${made_on} by ${'`npm run eval`'}, not to be edited; prompt version ${prompt.version} (${prompt.hash.slice(0, 12)}), ${runs} runs for test–retest.${whole ? '' : ' Only part of the measures or data was run.'}`,
    '## Gates',
    table(
      ['gate', 'value', 'bound', ''],
      gates.map((gate) => [
        gate.name,
        inUnit(gate.value, gate.unit),
        boundOf(gate),
        gate.holds ? 'holds' : '**broken**',
      ]),
    ),
    ...splits.toReversed().map((split) => {
      const rows = summaryRows(measured, split);
      const header = ['', 'interviewer', 'lexical baseline', 'length alone'];
      return rows.length > 0 && `## On the ${split} parts\n\n${table(header, rows)}`;
    }),
    levels &&
      differences &&
      `## Answers at five levels\n\n${levelsSection(levels, differences, `${folder}/levels.svg`)}`,
    harmful && `## Harmful answers\n\n${harmfulSection(harmful)}`,
    hollow && `## Hollow texts\n\n${hollowSection(hollow)}`,
    khan && `## Khan short answers\n\n${khanSection(khan, `${folder}/khan.svg`)}`,
    retest && `## Test–retest\n\n${retestSection(retest)}`,
    attacks && `## Attacks\n\n${attacksSection(attacks, `${folder}/attacks.svg`)}`,
    benign && `## False flags\n\n${benignSection(benign)}`,
    twins && `## Fairness twins\n\n${twinsSection(twins)}`,
    rules && `## Rules\n\n${rulesSection(rules)}`,
    method,
    `## Usage and cost\n\n${usage.calls} requests, ${usage.remembered} replies from the cache, ${usage.failed} failures; ${usage.input_tokens} tokens in and ${usage.output_tokens} out; cost ${dollars(cost.dollars)} at list prices read on ${cost.prices_read_on}. All numbers: [results.json](${folder}/results.json).`,
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
};

import { parseArgs } from 'node:util';
import { benches, measureAll, table } from '../bench/bench.ts';
import { isKept } from '../bench/measure.ts';

const help = `Usage: npm run bench -- [options]

Measures the budgets of this system as ratios and counts within one run, and exits with status 1 if a
gate is broken. It takes about two minutes.

A gate is the highest value that passes; reach is what more work could get to.

  --only GROUP   measure this group alone; may be repeated
  --json         print the measures as JSON
  --help         this text

Groups:
${benches.map(({ name, about }) => `  ${name.padEnd(13)}  ${about}`).join('\n')}`;

const main = async (): Promise<number> => {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) {
    console.log(help);
    return 0;
  }
  const measures = await measureAll(values.only, (name) => console.error(`measuring ${name} …`));
  const kept = measures.every(isKept);
  console.log(values.json ? JSON.stringify({ kept, measures }, null, 2) : table(measures));
  return kept ? 0 : 1;
};

try {
  // Not by exitCode: kept-alive connections of the embedded stack's clients would delay the exit.
  process.exit(await main());
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exit(2);
}

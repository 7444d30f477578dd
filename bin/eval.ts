import { spawnSync } from 'node:child_process';
import { createInterface } from 'node:readline/promises';
import { fileURLToPath } from 'node:url';
import { evaluate } from '../bench/eval/evaluate.ts';
import { help, readOptions } from '../bench/eval/options.ts';
import { createProgress } from '../bench/eval/progress.ts';
import { dollars } from '../bench/eval/report/format.ts';
import { terminalSummary } from '../bench/eval/report/terminal.ts';
import { writeReport } from '../bench/eval/report/write.ts';

const stateFolder = '.local/eval';

const confirmed = async (question: string): Promise<boolean> => {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`${question} [y/N] `);
  terminal.close();
  return /^y(es)?$/i.test(answer.trim());
};

/** Whether the tests of the harness and of the offline interviewer pass; what fails is on stderr. */
const testsPass = (): boolean => {
  const vitest = fileURLToPath(new URL('vitest.mjs', import.meta.resolve('vitest/package.json')));
  const args = [vitest, 'run', '--project=eval', '--reporter=dot'];
  return spawnSync(process.execPath, args, { stdio: ['ignore', 2, 2] }).status === 0;
};

const main = async (): Promise<number> => {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    process.stdout.write(help);
    return 0;
  }
  if (!testsPass()) {
    process.stderr.write('Nothing was measured: the tests of what measures fail, see above.\n');
    return 1;
  }
  let progress = createProgress(process.stderr, 0);
  const evaluation = await evaluate(
    options,
    {
      onEstimate: async ({ calls, input_tokens, output_tokens }, cost) => {
        process.stderr.write(
          `${options.model}: about ${calls} calls, ${input_tokens} tokens in, ${output_tokens} out; cost about ${dollars(cost)}\n`,
        );
        progress = createProgress(process.stderr, calls);
        return cost === 0 || options.yes || (await confirmed('Go on?'));
      },
      onAnswer: () => progress.step(),
    },
    stateFolder,
  );
  progress.end();
  if (!evaluation) {
    process.stderr.write('Nothing was asked. Say --yes to go on without being asked.\n');
    return 1;
  }
  process.stdout.write(`${terminalSummary(evaluation)}\n`);
  const folder = options.out ?? (evaluation.whole ? 'docs' : stateFolder);
  process.stdout.write(`Report: ${await writeReport(evaluation, folder)}\n`);
  return evaluation.gates.every(({ holds }) => holds) ? 0 : 1;
};

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}

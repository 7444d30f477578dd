import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** Runs `npm start` on a data folder that is a file, so that it ends before anything is started. */
const start = async (...options: string[]): Promise<string> => {
  const run = promisify(execFile)(process.execPath, [
    'bin/local.ts',
    '--data',
    'package.json',
    ...options,
  ]);
  return run.then(
    () => 'It started',
    ({ stderr }) => stderr,
  );
};

it('a start on Bedrock says that the price of its model is not known', async () => {
  const said = await start('--aws', '--model', 'unknown.model');

  expect(said).toMatch(/^No price is known for unknown\.model: .*\n/);
});

it.each([
  ['a model with a known price', ['--aws', '--model', 'amazon.nova-lite-v1:0']],
  ['the offline interviewer, which costs nothing', []],
])('a start says nothing of the price of %s', async (_what, options) => {
  const said = await start(...options);

  expect(said).not.toContain('price');
  expect(said).toContain('package.json');
});

it('a start with a model and nowhere to ask it says what is missing', async () => {
  const said = await start('--model', 'unknown.model');

  expect(said).toMatch(/^--model is of no use .* --model-url URL, or --aws/);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

/*
 * Runs the Python examples against the embedded stack: `npm run test:python`. It is not part of
 * the test suite, which is the same everywhere, because not every machine has Python.
 */
process.env.LOG_LEVEL = 'CRITICAL';
const { startStack } = await import('../../../local/stack.ts');

const example = (name: string) =>
  fileURLToPath(new URL(`../../../examples/${name}.py`, import.meta.url));
const stack = await startStack({ folder: null, port: 0, web: tmpdir() });

const runs = async (name: string, ...options: string[]): Promise<boolean> => {
  const env = { ...process.env, TALARO_BASE_URL: stack.url };
  const child = spawn('python3', [example(name), ...options], { stdio: 'inherit', env });
  const ended = once(child, 'exit').then(([code]) => code === 0);
  const missing = once(child, 'error').then(() => {
    console.error('There is no python3 on the PATH, so the Python examples were not run');
    return false;
  });
  return Promise.race([ended, missing]);
};

const passed =
  (await runs('quick-link')) &&
  (await runs('quick-link', '--full')) &&
  (await runs('recruiters-day'));
await stack.close();
process.exit(passed ? 0 : 1);

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';

/*
 * Runs the Python example against the embedded stack: `npm run test:python`. It is not part of
 * the test suite, which is the same everywhere, because not every machine has Python.
 */
process.env.LOG_LEVEL = 'CRITICAL';
const { startStack } = await import('../../../local/stack.ts');

const example = fileURLToPath(new URL('../../../examples/quick-link.py', import.meta.url));
const stack = await startStack({ folder: null, port: 0, web: tmpdir() });

const runs = async (...options: string[]): Promise<boolean> => {
  const child = spawn('python3', [example, '--base-url', stack.url, ...options], {
    stdio: 'inherit',
  });
  const ended = once(child, 'exit').then(([code]) => code === 0);
  const missing = once(child, 'error').then(() => {
    console.error('There is no python3 on the PATH, so the Python example was not run');
    return false;
  });
  return Promise.race([ended, missing]);
};

const passed = (await runs()) && (await runs('--full'));
await stack.close();
process.exit(passed ? 0 : 1);

import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';

const run = (name: string, ...options: string[]) =>
  spawnSync(process.execPath, [`examples/${name}.mjs`, ...options], { encoding: 'utf8' });

it('the examples name an option that they do not have, and take the address in two spellings', () => {
  for (const name of ['quick-link', 'recruiters-day']) {
    const unknown = run(name, '--uri', 'x');
    const known = run(name, '--url', 'x', '--base-url', 'x', '--help');

    expect([unknown.status, unknown.stderr]).toEqual([2, "Unknown option '--uri'. See --help\n"]);
    expect([known.status, known.stderr]).toEqual([0, '']);
  }
});

import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import type { Bench } from './measure.ts';

const run = promisify(execFile);
const address = /API +(http\S+)\/api\//;

/** The command of `npm start`, without `node`. */
const startArguments = async (): Promise<string[]> => {
  const { scripts } = JSON.parse(await readFile('package.json', 'utf8'));
  return scripts.start.split(' ').slice(1);
};

/** MB that `npm start` holds after a whole interview; the voice, a process of its own, ends without being asked. */
const heldAfterInterview = async (): Promise<number> => {
  const folder = await mkdtemp(join(tmpdir(), 'talaro-bench-'));
  const args = [...(await startArguments()), '--port', '0', '--data', folder];
  const server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  try {
    for await (const line of createInterface({ input: server.stdout })) {
      const url = address.exec(line)?.[1];
      if (!url) continue;
      await run(process.execPath, ['examples/quick-link.mjs', '--full', '--base-url', url]);
      const { stdout } = await run('ps', ['-o', 'rss=', '-p', String(server.pid)]);
      return Number(stdout) / 1024;
    }
    throw new Error('npm start ended unexpectedly');
  } finally {
    if (server.exitCode === null && server.kill()) await once(server, 'exit');
    await rm(folder, { recursive: true });
  }
};

export const memory: Bench = {
  name: 'memory',
  about: 'what npm start keeps in memory',
  measure: async () => [
    {
      what: 'npm start, memory after the first interview',
      value: await heldAfterInterview(),
      unit: 'MB',
      gate: 300,
      reach: 200,
      basis: 'resident set of its process after examples/quick-link.mjs --full',
    },
  ],
};

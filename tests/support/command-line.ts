import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { build } from 'esbuild';

/** Bundled once, as it is packed: that starts five times as fast. */
let built: Promise<string> | undefined;

const bundle = async (): Promise<string> => {
  const outfile = join(await mkdtemp(join(tmpdir(), 'talaro-cli-')), 'talaro.mjs');
  await build({
    entryPoints: ['client/cli/main.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outfile,
  });
  return outfile;
};

interface Options {
  /** What comes from standard input. */
  input?: string;
  env?: Record<string, string>;
}

/** The command line in an empty folder of its own, which also has its configuration. */
export const commandLine = async (url: string) => {
  built ??= bundle();
  const program = await built;
  const folder = await mkdtemp(join(tmpdir(), 'talaro-cli-'));
  const spawned = (args: readonly string[], env: Record<string, string> = {}): ChildProcess =>
    spawn(process.execPath, [program, ...args], {
      cwd: folder,
      env: { TZ: 'UTC', TALARO_CONFIG_DIR: join(folder, 'config'), TALARO_URL: url, ...env },
    });
  const run = async (args: readonly string[], { input = '', env }: Options = {}) => {
    const child = spawned(args, env);
    const ended = once(child, 'exit');
    child.stdin?.end(input);
    const [out, err] = await Promise.all(
      [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : '')),
    );
    const [status, signal] = await ended;
    return { status: status ?? signal, out: out ?? '', err: err ?? '' };
  };
  return {
    folder,
    file: (name: string) => join(folder, name),
    spawned,
    run,
    /** What it prints as lines of JSON; throws where it fails. */
    async json(...args: string[]): Promise<Record<string, unknown>[]> {
      const { status, out, err } = await run([...args, '--json']);
      if (status !== 0) throw new Error(`talaro ${args.join(' ')} exited with ${status}: ${err}`);
      return out
        .split('\n')
        .filter(Boolean)
        .map((line) => JSON.parse(line));
    },
    remove: () => rm(folder, { recursive: true }),
  };
};

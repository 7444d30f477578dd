import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { bundleFunctions, functionFolders } from '../infra/bundle.ts';
import { readArguments, run, UsageError } from './command.ts';

const help = `npm run --silent resolve-stack [-- <file>]

Reads a log line, a stack, or many of them, from the file or from standard input, and prints them with
the places in our sources instead of those in the minified functions. Builds the functions that are
named there, so check out the commit that is deployed first: it is in the output Version of the stack.
`;

const frames = /[^\s"'()]*\/([a-z][a-z-]*)\.mjs:(\d+):(\d+)/g;

const mapOf = async (file: string) => {
  const map = new SourceMap(JSON.parse(await readFile(`${file}.map`, 'utf8')));
  return (line: number, column: number): string | null => {
    const entry = map.findEntry(line - 1, column - 1);
    // Of a place that is not in the function it would name the last one before.
    if (!('originalSource' in entry) || entry.generatedLine !== line - 1) return null;
    const source = relative('', resolve(dirname(file), entry.originalSource));
    return source.startsWith('..')
      ? null
      : `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  };
};

/** Each line of JSON over many lines, so that its stack can be read. */
const spread = (line: string) => {
  try {
    return JSON.stringify(JSON.parse(line), null, 2);
  } catch {
    return line;
  }
};

const resolved = async (given: string, outDir: string): Promise<string> => {
  const named = new Set([...given.matchAll(frames)].map(([, folder = '']) => folder));
  const folders = (await functionFolders()).filter((folder) => named.has(folder));
  if (folders.length === 0) {
    throw new Error(
      named.size > 0
        ? `There is no function ${[...named].join(', ')} in this checkout`
        : 'There is no place in a function here, such as /var/task/login.mjs:12:345',
    );
  }
  const bundles = await bundleFunctions(outDir, folders);
  const maps = new Map(
    await Promise.all(
      bundles.map(async ({ folder, file }) => [folder, await mapOf(file)] as const),
    ),
  );
  return given
    .split('\n')
    .map(spread)
    .join('\n')
    .replace(frames, (frame, folder, line, column) => {
      return maps.get(folder)?.(Number(line), Number(column)) ?? frame;
    });
};

const read = (path: string | undefined): Promise<string> =>
  path === undefined
    ? text(process.stdin)
    : readFile(path, 'utf8').catch(() => {
        throw new UsageError(`${path} cannot be read`);
      });

const main = async (): Promise<number> => {
  const { values, positionals } = readArguments({
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h', default: false } },
  });
  if (values.help) {
    process.stdout.write(help);
    return 0;
  }
  const given = await read(positionals[0]);
  const folder = await mkdtemp(join(tmpdir(), 'talaro-stack-'));
  try {
    process.stdout.write(await resolved(given, folder));
    return 0;
  } finally {
    await rm(folder, { recursive: true });
  }
};

await run('resolve-stack', main);

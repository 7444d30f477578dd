import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { endpoints } from '../../../shared/contract/endpoints.ts';
import { installClient, runIn } from '../../support/client-package.ts';

let folder = '';
let built = '';
let project = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talaro-client-'));
  ({ built, project } = await installClient(folder));
}, 60_000);
afterAll(() => rm(folder, { recursive: true }));

const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
);
/** What the compiler says of a file, in strict mode. */
const complaints = async (file: string, ...options: string[]): Promise<string> => {
  const strict = ['--ignoreConfig', '--noEmit', '--strict', '--exactOptionalPropertyTypes'];
  const modules = ['--target', 'es2024', '--module', 'nodenext', ...options];
  const said = await runIn(dirname(file), [compiler, ...strict, ...modules, file]).catch(Object);
  return said.stdout;
};

it('installs into an empty folder without a network, and brings nothing but itself', async () => {
  const installed = join(project, 'node_modules');
  const files = await readdir(join(installed, 'talaro-client'));

  expect(await readdir(installed)).toEqual(['.bin', '.package-lock.json', 'talaro-client']);
  expect(files.filter((name) => !name.endsWith('.d.ts')).toSorted()).toEqual(
    ['LICENSE', 'README.md', 'THIRD-PARTY.txt', 'index.js', 'package.json', 'talaro.js'].toSorted(),
  );
});

it('is small, and has neither a schema nor a validator in it', async () => {
  const code = await readFile(join(built, 'index.js'), 'utf8');

  expect(gzipSync(code).length).toBeLessThan(5_000);
  expect(code).not.toMatch(/zod|safeParse|^import |node:/m);
});

it('has every endpoint, and prints nothing of its own', async () => {
  const program = `import { createClient } from 'talaro-client';
    process.stdout.write(Object.keys(createClient()).join());`;

  const { stdout, stderr } = await runIn(project, ['--input-type=module', '--eval', program]);

  expect([stdout, stderr]).toEqual([Object.keys(endpoints).join(), '']);
});

it('has a command line that starts', async () => {
  const talaro = join(project, 'node_modules/.bin/talaro');

  const { stdout } = await runIn(project, [talaro, '--help']);

  expect(stdout).toMatch(/^Usage: talaro/);
});

it('names the licence of everything that it brings along', async () => {
  const licences = await readFile(join(built, 'THIRD-PARTY.txt'), 'utf8');

  expect(licences.match(/^\S+$/gm)).toEqual(expect.arrayContaining(['papaparse', 'zod']));
});

it('types what a user writes, with nothing else installed', async () => {
  const file = join(project, 'sample.ts');
  await writeFile(
    file,
    `import { createClient, everyItem, type InterviewSummary, machineSession, TalaroError, type Output } from 'talaro-client';
const base_url = 'https://talaro.example.com';
const session = machineSession({ base_url, client_id: 'ats', client_secret: 'secret' });
const talaro = createClient({ base_url, session, attempts: 5 });
const score = async (interview_id: string): Promise<number | null> => {
  const { evaluation }: Output<'getInterview'> = await talaro.getInterview({ interview_id });
  return evaluation ? evaluation.score : null;
};
const all: InterviewSummary[] = [];
for await (const one of everyItem(talaro.listInterviews, { status: 'completed', limit: 100 })) all.push(one);
await talaro.listKits();
await talaro.listKits({ archived: true }, { signal: AbortSignal.timeout(1000) });
const told = (error: unknown): string => (error instanceof TalaroError ? error.code : '');
// @ts-expect-error it has to have an id
await talaro.getInterview();
// @ts-expect-error it is a number
const wrong: string = await score(told(null));
// @ts-expect-error there is no such state
await talaro.listInterviews({ status: 'done' });
export { wrong };
`,
  );

  expect(await complaints(file)).toBe('');
});

it('has the types that the project infers from its schemas', async () => {
  const file = join(built, 'same.ts');
  const inferred = resolve('client/contract-types.ts');
  await writeFile(
    file,
    `import type * as packed from './contract-types.js';
import type * as inferred from '${inferred}';
type Plain<T> = T extends object ? { [K in keyof T]: Plain<T[K]> } : T;
type Same<A, B> =
  (<T>() => T extends Plain<A> ? 1 : 2) extends <T>() => T extends Plain<B> ? 1 : 2 ? true : false;
export const input: { [K in inferred.EndpointName]: Same<packed.Input<K>, inferred.Input<K>> } = ANY;
export const output: { [K in inferred.EndpointName]: Same<packed.Output<K>, inferred.Output<K>> } = ANY;
export const names: Same<packed.EndpointName, inferred.EndpointName> = true;
`.replaceAll(
      'ANY',
      JSON.stringify(Object.fromEntries(Object.keys(endpoints).map((name) => [name, true]))),
    ),
  );

  expect(
    await complaints(
      file,
      '--allowImportingTsExtensions',
      '--skipLibCheck',
      ...['--types', 'node', '--typeRoots', resolve('node_modules/@types')],
    ),
  ).toBe('');
});

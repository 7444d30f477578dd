import { execFile } from 'node:child_process';
import { chmod, copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import project from '../package.json' with { type: 'json' };
import { packedTypes } from './packed-types.ts';
import { routesFile, routesText } from './plain-routes.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
);

const manifest = {
  name: 'talaro-client',
  version: project.version,
  description: 'A typed client of the Talaro API, and its command line',
  license: project.license,
  type: 'module',
  sideEffects: false,
  exports: { '.': { types: './index.d.ts', default: './index.js' } },
  types: './index.d.ts',
  bin: { talaro: './talaro.js' },
  engines: { node: '>=20' },
};

const routesAlone: Plugin = {
  name: 'routes-alone',
  setup: ({ onLoad }) =>
    onLoad({ filter: routesFile }, () => ({ contents: routesText(), loader: 'js' })),
};

/** @returns the names of the packages that are part of it */
const bundle = async (entry: string, outfile: string, more: BuildOptions): Promise<string[]> => {
  const { metafile } = await build({
    entryPoints: [at(entry)],
    outfile,
    bundle: true,
    format: 'esm',
    legalComments: 'eof',
    logLevel: 'warning',
    plugins: [routesAlone],
    ...more,
    metafile: true,
  });
  const packages = Object.keys(metafile.inputs).map(
    (path) => /node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(path)?.[1],
  );
  return [...new Set(packages)].flatMap((name) => name ?? []);
};

/** The licence of everything that the package brings along. */
const writeLicences = async (packages: readonly string[], file: string) => {
  const texts = packages.map(async (name) => {
    const folder = at(`../node_modules/${name}`);
    const licence = (await readdir(folder)).find((one) => /^licen[cs]e/i.test(one));
    if (!licence) throw new Error(`${name} has no licence to go with it`);
    return `${name}\n\n${await readFile(join(folder, licence), 'utf8')}`;
  });
  await writeFile(file, (await Promise.all(texts)).join('\n---\n\n'));
};

const writeTypes = async (outDir: string) => {
  const options = '--ignoreConfig --declaration --emitDeclarationOnly --strict --skipLibCheck';
  const more =
    '--allowImportingTsExtensions --target es2024 --module esnext --moduleResolution bundler --exactOptionalPropertyTypes --types node';
  const types = join(outDir, 'types');
  const root = ['--rootDir', at('..'), '--outDir', types];
  const all = [compiler, ...`${options} ${more}`.split(' '), ...root, at('index.ts')];
  await promisify(execFile)(process.execPath, all, { cwd: at('..') });
  const emitted = join(types, 'client');
  await writeFile(join(emitted, 'contract-types.d.ts'), packedTypes());
  // Only what the public types are made of; the compiler leaves the endings of sources in them.
  const kept = [
    'index',
    'client',
    'contract-types',
    'error',
    'logins',
    'pages',
    'session',
    'types',
  ];
  for (const name of kept) {
    const text = await readFile(join(emitted, `${name}.d.ts`), 'utf8');
    await writeFile(join(outDir, `${name}.d.ts`), text.replace(/\.ts';/g, ".js';"));
  }
  await rm(types, { recursive: true });
};

/** Builds the client and the command line as a package without dependencies. */
export const buildClient = async (outDir: string): Promise<void> => {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const to = (name: string) => join(outDir, name);
  await bundle('index.ts', to('index.js'), { target: 'es2022' });
  const packages = await bundle('cli/main.ts', to('talaro.js'), {
    platform: 'node',
    target: 'node20',
  });
  await chmod(to('talaro.js'), 0o755);
  await writeLicences(packages, to('THIRD-PARTY.txt'));
  await writeTypes(outDir);
  await writeFile(to('package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  await copyFile(at('README.md'), to('README.md'));
  await copyFile(at('../LICENSE'), to('LICENSE'));
};

if (import.meta.main) await buildClient(process.argv[2] ?? at('../dist/client'));

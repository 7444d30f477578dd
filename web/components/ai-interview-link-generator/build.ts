import { execFile } from 'node:child_process';
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'esbuild';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const compiler = join(
  dirname(createRequire(import.meta.url).resolve('typescript/package.json')),
  'bin/tsc',
);

const manifest = {
  name: 'talaro-ai-interview-link-generator',
  version: '0.1.0',
  private: true,
  description: 'The AI interview link of an interview, as a React component',
  license: 'Apache-2.0',
  type: 'module',
  sideEffects: ['*.css'],
  exports: {
    '.': { types: './index.d.ts', default: './index.js' },
    './style.css': './style.css',
  },
  types: './index.d.ts',
  peerDependencies: { react: '>=18 <20' },
};

const writeTypes = async (outDir: string) => {
  const options = '--ignoreConfig --declaration --emitDeclarationOnly --strict --skipLibCheck';
  const more =
    '--allowImportingTsExtensions --target es2022 --module esnext --moduleResolution bundler --jsx react-jsx';
  const all = [compiler, ...`${options} ${more}`.split(' '), '--outDir', outDir, at('index.tsx')];
  await promisify(execFile)(process.execPath, all);
  // Only what the public types are made of; the compiler leaves the endings of sources in them.
  const kept = ['index.d.ts', 'labels.d.ts', 'props.d.ts'];
  for (const name of await readdir(outDir)) {
    const path = join(outDir, name);
    if (!name.endsWith('.d.ts')) continue;
    if (!kept.includes(name)) await rm(path);
    else await writeFile(path, (await readFile(path, 'utf8')).replace(/\.tsx?';/g, ".js';"));
  }
};

/** Builds the component as a package that any React 18 or 19 project can install. */
export const buildComponent = async (outDir: string): Promise<void> => {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  await build({
    entryPoints: [at('index.tsx')],
    outfile: join(outDir, 'index.js'),
    bundle: true,
    format: 'esm',
    target: 'es2022',
    external: ['react', 'react/*'],
    jsx: 'automatic',
    logLevel: 'warning',
  });
  await writeTypes(outDir);
  await writeFile(join(outDir, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  for (const name of ['style.css', 'README.md']) await copyFile(at(name), join(outDir, name));
};

if (import.meta.main) {
  await buildComponent(
    process.argv[2] ?? at('../../../dist/components/ai-interview-link-generator'),
  );
}

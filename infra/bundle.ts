import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
import * as z from 'zod';
import { unreached } from './unreached.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** One function as it is deployed. */
export interface Bundle {
  /** Its folder under `functions/`. */
  folder: string;
  /** The file that Lambda loads. */
  file: string;
  /** The size of that file, minified, not compressed. */
  bytes: number;
  /** The npm packages that it holds, by name, sorted. */
  packages: string[];
}

const builtins = builtinModules.filter((name) => !name.startsWith('_') && !name.includes(':'));

/**
 * Node's own modules, each loaded when something of it is first used. An import statement reads all
 * of a module's exports, and reading those of `node:http` loads undici: 25 to 35 ms of every cold
 * start. Lambda's runtime has loaded the usual ones (crypto, https) before our code in any case.
 */
const lazyBuiltin = (name: string) => `
const builtin = new Proxy({}, {
  get: (_, key) => key === '__esModule' ? undefined : process.getBuiltinModule('node:${name}')[key],
  // What the bundler makes of an import has this as its prototype, and finds the exports in it.
  getPrototypeOf: () => builtin,
});
module.exports = builtin;`;

const lazyBuiltins: Plugin = {
  name: 'lazy-builtins',
  setup(build) {
    const filter = new RegExp(`^(?:node:.+|${builtins.join('|')})$`);
    build.onResolve({ filter }, ({ path }) => ({
      path: path.replace(/^node:/, ''),
      namespace: 'builtin',
      sideEffects: false,
    }));
    build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
      contents: lazyBuiltin(path),
    }));
  },
};

/**
 * What the SDK imports only when it is needed, and in Lambda never is: credentials from anywhere
 * but the environment, and streams of events, which no operation of ours has. A quarter of a bundle.
 */
const neverReached: Plugin = {
  name: 'never-reached',
  setup(build) {
    const filter =
      /^(?:@aws-sdk\/(?:credential-provider-.+|nested-clients\/.+)|@smithy\/credential-provider-imds|@smithy\/core\/event-streams|bowser)$/;
    build.onResolve({ filter }, ({ path, kind }) =>
      kind === 'dynamic-import' ? { path, external: true } : undefined,
    );
  },
};

/** Keeps of each package.json that the SDK reads the version alone. */
const shortManifests: Plugin = {
  name: 'short-manifests',
  setup(build) {
    build.onLoad({ filter: /node_modules\/.*package\.json$/ }, async ({ path }) => {
      const { version } = z
        .object({ version: z.string() })
        .parse(JSON.parse(await readFile(path, 'utf8')));
      return { contents: JSON.stringify({ version }), loader: 'json' };
    });
  },
};

const packageOf = (input: string) =>
  /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? null;

/** The names of the folders under `functions/`, sorted. */
export const functionFolders = async (): Promise<string[]> => {
  const entries = await readdir(join(root, 'functions'), { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
};

const entryPoints = (folders: string[]) =>
  folders.map((folder) => ({
    in: join('functions', folder, 'handler.ts'),
    out: join(folder, 'index'),
  }));

/** Those of the functions that have code which writes JSON schemas. */
const schemaWriters = async (folders: string[], outdir: string): Promise<string[]> => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entryPoints(folders),
    outdir,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    write: false,
    metafile: true,
    logLevel: 'silent',
  });
  const files = Object.keys(metafile.inputs);
  const texts = await Promise.all(files.map((file) => readFile(join(root, file), 'utf8')));
  const writing = new Set(files.filter((_, n) => texts[n]?.includes('toJSONSchema')));
  return Object.entries(metafile.outputs)
    .filter(([, { inputs }]) => Object.keys(inputs).some((file) => writing.has(file)))
    .map(([path]) => basename(dirname(path)));
};

const bundle = async (folders: string[], outdir: string, jsonSchemas: boolean) => {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: entryPoints(folders),
    outdir,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // Most of the SDK's packages name their tree-shakable build only in the old field.
    mainFields: ['module', 'main'],
    plugins: [lazyBuiltins, neverReached, unreached({ jsonSchemas }), shortManifests],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
  });
  return Object.entries(metafile.outputs);
};

/**
 * Bundles functions (all of them, or those named) into `<outDir>/<folder>/index.mjs`, each with its
 * source map beside it. Two builds for all, with JSON schemas and without: shared modules are
 * parsed twice at most.
 */
export const bundleFunctions = async (outDir: string, folders?: string[]): Promise<Bundle[]> => {
  const named = folders ?? (await functionFolders());
  const out = resolve(outDir);
  const writers = await schemaWriters(named, out);
  const others = named.filter((folder) => !writers.includes(folder));
  const outputs = [...(await bundle(writers, out, true)), ...(await bundle(others, out, false))];
  return outputs
    .flatMap(([path, { bytes, inputs }]): Bundle[] => {
      const file = resolve(root, path);
      if (!file.endsWith('.mjs')) return [];
      const packages = new Set(Object.keys(inputs).map(packageOf));
      return [
        {
          folder: basename(dirname(file)),
          file,
          bytes,
          packages: [...packages].filter((name) => name !== null).sort(),
        },
      ];
    })
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
};

import { readdir, readFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'esbuild';
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
  /** The npm packages that it contains, by name, sorted. */
  packages: string[];
}

const builtins = builtinModules.filter((name) => !name.startsWith('_') && !name.includes(':'));

/**
 * Node's own modules, each loaded when any part of it is first used. An import statement reads all
 * of a module's exports, and reading those of `node:http` loads undici: 25 to 35 ms of every cold
 * start. Lambda's runtime client was seen to have loaded http, net and stream before our code, and
 * neither crypto nor https.
 */
const lazyBuiltin = (name: string) => `
const builtin = new Proxy({}, {
  get: (_, key) => key === '__esModule' ? undefined : process.getBuiltinModule('node:${name}')[key],
  // The bundler's object for an import has this as its prototype, and finds the exports in it.
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
 * Modules that the SDK imports on demand only, and never in Lambda: credentials from anywhere but
 * the environment, and event streams, which none of our operations uses. A quarter of a bundle.
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

/** Keeps only the version of each package.json that the SDK reads. */
const shortManifests: Plugin = {
  name: 'short-manifests',
  setup(build) {
    build.onLoad({ filter: /node_modules\/.*package\.json$/ }, async ({ path }) => {
      const { version }: { version?: string } = JSON.parse(await readFile(path, 'utf8'));
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

/**
 * Bundles functions (all of them, or those named) into `<outDir>/<folder>/<folder>.mjs`, each with
 * its source map beside it. The name is in every stack of the log.
 */
export const bundleFunctions = async (outDir: string, folders?: string[]): Promise<Bundle[]> => {
  const named = folders ?? (await functionFolders());
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: named.map((folder) => ({
      in: join('functions', folder, 'handler.ts'),
      out: join(folder, folder),
    })),
    outdir: resolve(outDir),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    // Most of the SDK's packages name their tree-shakable build only in the old field.
    mainFields: ['module', 'main'],
    plugins: [lazyBuiltins, neverReached, unreached(), shortManifests],
    minify: true,
    charset: 'utf8',
    legalComments: 'none',
    sourcemap: 'linked',
    sourcesContent: false,
    metafile: true,
    logLevel: 'silent',
  });
  return Object.entries(metafile.outputs)
    .filter(([path]) => path.endsWith('.mjs'))
    .map(([path, { bytes, inputs }]): Bundle => {
      const file = resolve(root, path);
      const packages = new Set(Object.keys(inputs).map(packageOf));
      return {
        folder: basename(dirname(file)),
        file,
        bytes,
        packages: [...packages].filter((name) => name !== null).sort(),
      };
    })
    .sort((a, b) => (a.folder < b.folder ? -1 : 1));
};

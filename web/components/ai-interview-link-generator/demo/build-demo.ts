import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/**
 * Adds the component's demonstration to the built pages in `outDir`:
 * `components/ai-interview-link-generator/index.html`, and `assets/components` with its files.
 */
export const buildDemo = async (outDir = at('../../../../dist/web')): Promise<void> => {
  const { metafile } = await build({
    entryPoints: ['demo.tsx', 'demo.css', '../../../icon.svg'].map(at),
    outdir: join(outDir, 'assets/components'),
    entryNames: '[name]-[hash]',
    loader: { '.svg': 'copy' },
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"' },
    metafile: true,
    logLevel: 'warning',
  });
  const page = Object.keys(metafile.outputs).reduce(
    (html, path) => {
      const name = basename(path);
      return html.replace(`/${name.replace(/-\w+\./, '.')}`, `/assets/components/${name}`);
    },
    await readFile(at('index.html'), 'utf8'),
  );
  const file = join(outDir, 'components/ai-interview-link-generator/index.html');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, page);
};

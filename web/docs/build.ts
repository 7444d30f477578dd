import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { openApi } from '../../shared/contract/open-api.ts';
import { reference } from './reference.ts';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));

/** Writes the reference of the API into a folder of built pages: `docs/index.html` and its assets. */
export const buildDocs = async (outDir = at('../../dist/web')): Promise<void> => {
  const { metafile } = await build({
    entryPoints: [at('docs.css'), at('../icon.svg')],
    bundle: true,
    minify: true,
    outdir: join(outDir, 'assets/docs'),
    entryNames: '[name]-[hash]',
    loader: { '.svg': 'copy' },
    metafile: true,
    logLevel: 'warning',
  });
  const [style = '', icon = ''] = ['.css', '.svg'].map((end) => {
    const made = Object.keys(metafile.outputs).find((name) => name.endsWith(end));
    return `/assets/docs/${basename(made ?? '')}`;
  });
  const page = reference(openApi, { style, icon });
  await mkdir(join(outDir, 'docs'), { recursive: true });
  await writeFile(join(outDir, 'docs', 'index.html'), page);
};

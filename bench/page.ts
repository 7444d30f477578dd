import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildWeb } from '../web/build.ts';
import type { Bench } from './measure.ts';
import { withoutOutput } from './without-output.ts';

interface File {
  name: string;
  text: string;
  gzip: number;
}

const read = async (folder: string): Promise<File[]> => {
  const names = await readdir(folder, { recursive: true });
  const wanted = names.filter((name) => ['.html', '.css', '.js', '.json'].includes(extname(name)));
  return Promise.all(
    wanted.map(async (name) => {
      const content = await readFile(join(folder, name));
      return { name, text: content.toString('utf8'), gzip: gzipSync(content, { level: 9 }).length };
    }),
  );
};

/** The files that the page needs at once: those that it names, and those that they name in turn. */
const loadedWith = (page: File, files: readonly File[]): File[] => {
  const loaded = new Set([page]);
  for (const file of loaded) {
    for (const other of files) {
      const isPart = ['.css', '.js'].includes(extname(other.name));
      if (isPart && file.text.includes(basename(other.name))) loaded.add(other);
    }
  }
  return [...loaded];
};

/** Builds the pages into a folder of its own and reads them. */
const built = async (): Promise<File[]> => {
  const folder = await mkdtemp(join(tmpdir(), 'talaro-bench-'));
  try {
    await withoutOutput(() => buildWeb(folder));
    return await read(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
};

export const page: Bench = {
  name: 'page',
  about: 'the size of the candidate’s page',
  measure: async () => {
    const files = await built();
    const html = files.find(({ name }) => name === 'interview.html');
    if (!html) throw new Error('The build created no interview.html');
    const loaded = loadedWith(html, files);
    const largest = Math.max(
      0,
      ...files.filter(({ name }) => extname(name) === '.json').map(({ gzip }) => gzip),
    );
    const bytes = loaded.reduce((sum, { gzip }) => sum + gzip, 0);
    const parts = loaded.map(({ name, gzip }) => `${extname(name).slice(1)} ${gzip}`).join(', ');
    return [
      {
        what: 'candidate page, HTML + CSS + JS',
        value: bytes / 1000,
        unit: 'kB gzip',
        gate: 22,
        reach: 15,
        basis: `bytes: ${parts}; every script that the page can load counts; its largest catalogue (JSON, one language at a time) would be ${largest} more`,
      },
    ];
  },
};

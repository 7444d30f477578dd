import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface PageWeight {
  html: number;
  css: number;
  js: number;
  /** HTML, CSS and JavaScript together, which is what the budget limits. */
  total: number;
}

/** Each page, and the folder of its styles and scripts, every one of which counts. */
const pages = {
  candidate: { html: 'interview.html', assets: 'assets' },
  console: { html: 'console/index.html', assets: 'assets/console' },
} as const;

const weigh = async (...path: string[]) =>
  gzipSync(await readFile(join(...path)), { level: 9 }).length;

const weighAll = async (folder: string, ending: string): Promise<number> => {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ending));
  const sizes = await Promise.all(names.map((name) => weigh(folder, name)));
  return sizes.reduce((total, size) => total + size, 0);
};

/** The size of a page built in `folder`, in bytes after gzip (level 9). Throws if there is none. */
export const pageWeight = async (folder: string, page: keyof typeof pages): Promise<PageWeight> => {
  const assets = join(folder, pages[page].assets);
  const html = await weigh(folder, pages[page].html);
  const css = await weighAll(assets, '.css');
  const js = await weighAll(assets, '.js');
  return { html, css, js, total: html + css + js };
};

/** The size of the candidate's messages in English, which are fetched as data, in the same way. */
export const messagesWeight = async (folder: string): Promise<number> => {
  const assets = await readdir(join(folder, 'assets'));
  return weigh(folder, 'assets', assets.find((name) => /^messages-/.test(name)) ?? '', 'en.json');
};

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

export interface PageWeight {
  html: number;
  css: number;
  js: number;
  /** HTML, CSS and JavaScript together, which is what the budget limits. */
  total: number;
  /** The messages of one language (English), which are fetched as data. */
  messages: number;
}

/**
 * The size of the candidate's page built in `folder`, in bytes after gzip (level 9).
 * Throws if there is no page.
 */
export const pageWeight = async (folder: string): Promise<PageWeight> => {
  const read = async (path: string) =>
    gzipSync(await readFile(join(folder, path)), { level: 9 }).length;
  const assets = await readdir(join(folder, 'assets'), { recursive: true });
  const sum = async (ending: RegExp) => {
    const sizes = await Promise.all(
      assets.filter((name) => ending.test(name)).map((name) => read(join('assets', name))),
    );
    return sizes.reduce((total, size) => total + size, 0);
  };
  const html = await read('interview.html');
  const css = await sum(/^interview-[^/]*\.css$/);
  const js = await sum(/^interview-[^/]*\.js$/);
  return { html, css, js, total: html + css + js, messages: await sum(/\/en\.json$/) };
};

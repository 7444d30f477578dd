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

const pages = { candidate: 'interview.html', console: 'console/index.html' } as const;

const sizeOf = (content: Buffer) => gzipSync(content, { level: 9 }).length;

/** A script and all that it imports before it runs, by path; not what it imports later. */
const withImports = async (path: string, found = new Map<string, Buffer>()) => {
  if (found.has(path)) return found;
  const script = await readFile(path);
  found.set(path, script);
  for (const [, name = ''] of script.toString().matchAll(/(?:from|import)\s*"\.\/([^"]+)"/g)) {
    await withImports(join(path, '..', name), found);
  }
  return found;
};

/**
 * The size of the first screen of a page built in `folder`, in bytes after gzip (level 9): of all that
 * comes before it is drawn. Throws if there is no such page.
 */
export const pageWeight = async (folder: string, page: keyof typeof pages): Promise<PageWeight> => {
  const html = await readFile(join(folder, pages[page]));
  const weigh = async (ending: RegExp, read: (path: string) => Promise<Iterable<Buffer>>) => {
    let total = 0;
    for (const [path = ''] of html.toString().matchAll(ending)) {
      for (const content of await read(join(folder, path))) total += sizeOf(content);
    }
    return total;
  };
  const css = await weigh(/\/assets\/[^"]+\.css/g, async (path) => [await readFile(path)]);
  const js = await weigh(/\/assets\/[^"]+\.js/g, async (path) =>
    (await withImports(path)).values(),
  );
  const own = sizeOf(html);
  return { html: own, css, js, total: own + css + js };
};

/** The size of the candidate's messages in English, which are fetched as data, in the same way. */
export const messagesWeight = async (folder: string): Promise<number> => {
  const assets = await readdir(join(folder, 'assets'));
  const messages = assets.find((name) => name.startsWith('messages-')) ?? '';
  return sizeOf(await readFile(join(folder, 'assets', messages, 'en.json')));
};

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../../../shared/contract/endpoints.ts';
import { openApi } from '../../../shared/contract/open-api.ts';
import { statuses } from '../../../shared/http/statuses.ts';
import { buildDocs } from '../../../web/docs/build.ts';
import { reference } from '../../../web/docs/reference.ts';

let folder = '';
let page = '';
const read = (path: string) => readFile(join(folder, path), 'utf8');

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talaro-docs-'));
  await buildDocs(folder);
  page = await read('docs/index.html');
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const all = (pattern: RegExp) => [...page.matchAll(pattern)].flatMap(([, found = '']) => found);
const ids = () => all(/ id="([^"]*)"/g);

describe('the reference of the API', () => {
  it('has every operation, with its method, its path and who may call it', () => {
    for (const { folder: name, method, path, summary } of Object.values(endpoints)) {
      const [, article = ''] = page.split(`<h3 id="${name}">`);
      const [told = ''] = article.split('</article>');

      expect(told).toContain(summary);
      expect(told).toContain(`<b>${method}</b> <code>${path}</code>`);
      expect(told).toMatch(/<p class="meta">For \w+/);
    }
  });

  it('has every error code, with its status', () => {
    for (const [code, status] of Object.entries(statuses)) {
      expect(page).toContain(
        `<div id="${code}"><dt><code>${code}</code> <span class="meta">${status}`,
      );
    }
  });

  it('has every field of every body and reply', () => {
    const fields = Object.values(openApi.components.schemas).flatMap(({ properties = {} }) =>
      Object.keys(properties),
    );
    const drawn = new Set(all(/<dt><code>([^<]*)<\/code>/g));

    expect(fields.length).toBeGreaterThan(500);
    expect(fields.filter((name) => !drawn.has(name))).toEqual([]);
  });

  it('leads to the description itself, to the console, and nowhere else but to its own parts', () => {
    const links = new Set(all(/ href="([^"#]+)"/g).filter((to) => !to.startsWith('/assets/')));

    expect([...links]).toEqual(['/docs/', '/console/', '/api/schema/']);
    expect(new Set(ids()).size).toBe(ids().length);
    expect(all(/ href="#([^"]*)"/g).filter((to) => !ids().includes(to))).toEqual([]);
  });

  it('has nothing inline and no script, and its assets have names of their content', async () => {
    expect(page).not.toMatch(/<script|<style|\sstyle=|\son\w+=|javascript:|data:/);
    const files = (await readdir(join(folder, 'assets/docs'))).toSorted();

    expect(files).toEqual([
      expect.stringMatching(/^docs-[A-Z0-9]{8}\.css$/),
      expect.stringMatching(/^icon-[A-Z0-9]{8}\.svg$/),
    ]);
    for (const file of files) expect(page).toContain(`href="/assets/docs/${file}"`);
    expect(await read(`assets/docs/${files[0]}`)).not.toMatch(/@import|url\(/);
  });

  it('is small enough to be read anywhere', () => {
    expect(gzipSync(page).length).toBeLessThan(40_000);
  });

  it('keeps every text of the document as text', () => {
    const hostile = `"><img src=x onerror=alert(1)>'&\``;
    const told = ['description', 'summary', 'title', 'default', 'error', 'format'];
    const renamed = JSON.stringify(openApi).replaceAll('"candidate_name"', JSON.stringify(hostile));
    const poisoned: typeof openApi = JSON.parse(renamed, (key, value) =>
      told.includes(key) && typeof value === 'string' ? `${value} ${hostile}` : value,
    );

    const drawn = reference(poisoned, { style: '/a.css', icon: '/a.svg' });

    expect(drawn.split('onerror').length).toBeGreaterThan(1_000);
    expect(drawn).not.toMatch(/<img|"[^<>]*\sonerror=/);
  });
});

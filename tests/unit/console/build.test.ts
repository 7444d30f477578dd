import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consoleConfig } from '../../../web/console/config.ts';
import { pageWeight } from '../../../web/weight.ts';
import { inlineIn } from '../../support/inline.ts';

let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talaro-console-'));
  const config = consoleConfig(null);
  await build({ ...config, build: { ...config.build, outDir: folder } });
});
afterAll(() => rm(folder, { recursive: true, force: true }));

test('the console contains nothing inline, so that its policy needs no exception', async () => {
  const html = await readFile(join(folder, 'console/index.html'), 'utf8');

  expect(inlineIn(html)).toEqual([]);
});

test('the console carries no library of schemas, and nothing that a browser would take for markup', async () => {
  const assets = join(folder, 'assets/console');
  const names = (await readdir(assets)).filter((name) => name.endsWith('.js'));
  const scripts = await Promise.all(names.map((name) => readFile(join(assets, name), 'utf8')));

  expect(names).not.toEqual([]);
  expect(scripts.join().match(/\b_zod\b|ZodError|document\.write|insertAdjacentHTML/g)).toBe(null);
});

test('the console weighs no more than 90 kB until its first screen is drawn', async () => {
  const { total } = await pageWeight(folder, 'console');

  expect(total).toBeLessThanOrEqual(90_000);
});

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serveSite } from '../../local/gateway/site.ts';
import { startServer, type WireServer } from '../../local/wire/h2c-server.ts';
import { openApi } from '../../shared/contract/open-api.ts';
import { buildDocs } from '../../web/docs/build.ts';
import { reference } from '../../web/docs/reference.ts';
import { launchBrowser } from '../support/browser.ts';
import { faultsIn, forLooks } from './support/looks.ts';

let folder = '';
let server: WireServer;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talaro-docs-'));
  await buildDocs(folder);
  await fewer();
  const s3 = { read: () => Promise.reject(new Error('There is no sound')) };
  server = await startServer({ port: 0, handle: serveSite({ folder, bucket: 'none', s3 }) });
  browser = await launchBrowser();
});
/** The page with a few operations, which have all that there is: axe takes long for a large page. */
const fewer = async () => {
  const page = await readFile(join(folder, 'docs/index.html'), 'utf8');
  const [style = '', icon = ''] = [...page.matchAll(/\/assets\/docs\/[^"]+/g)].flat().toReversed();
  const paths = Object.entries(openApi.paths).filter(([path]) =>
    path.startsWith('/api/interview-kits/'),
  );
  const few = reference({ ...openApi, paths: Object.fromEntries(paths) }, { style, icon });
  await writeFile(join(folder, 'docs/few.html'), few);
};
afterAll(async () => {
  await browser?.close();
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

describe.concurrent('the reference of the API', () => {
  test('can be read where no script runs, and a link opens what it leads to', async () => {
    const page = await browser.newPage({ javaScriptEnabled: false });
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(message.text()));
    page.on('response', (reply) => reply.status() < 400 || complaints.push(reply.url()));

    await page.goto(`${server.endpoint}/docs`);
    await page.getByRole('link', { name: 'approve-kit', exact: true }).click();
    const approving = page.getByRole('article', { name: 'Approve a version of an interview kit' });
    await approving.getByRole('link', { name: 'Kit', exact: true }).click();
    await page.locator('#Kit').getByText('provenance', { exact: true }).waitFor();

    expect(complaints).toEqual([]);
    await page.close();
  });

  test('suits every reader: axe finds nothing, and nothing is wider than the screen', async () => {
    const page = await browser.newPage(forLooks);
    await page.goto(`${server.endpoint}/docs/few.html`);

    const folded = page.locator('details');
    await folded.evaluateAll((all) => all.map((one) => one.setAttribute('open', '')));

    expect(await faultsIn(page)).toEqual([]);
    await page.close();
  });
});

import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../../client/client.ts';
import { everyItem } from '../../../client/pages.ts';
import { renewing } from '../../../client/session.ts';
import type { Client } from '../../../client/types.ts';
import { administrator } from '../../../local/administrator.ts';
import { openConsole } from '../support/console.ts';
import { faultsIn, forLooks } from '../support/looks.ts';
import { openStage, type Stage } from '../support/stage.ts';

const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };
let stage: Stage;
let talaro: Client;
let kit_id: string;

beforeAll(async () => {
  stage = await openStage();
  const base_url = stage.stack.url;
  const tokens = await createClient({ base_url }).login(administrator);
  talaro = createClient({ base_url, session: renewing(() => Promise.resolve(null), tokens) });
  const job = {
    job_title: 'Night Freight Dispatcher',
    job_description: 'You plan tours at night.',
  };
  kit_id = (await talaro.createKit(job)).kit_id;
});
afterAll(() => stage.close());

const named = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
const headed = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name });
/** Waits for the focus to be there: it follows what is drawn. */
const focusIsAt = (page: Page, selector: string) => page.locator(`${selector}:focus`).waitFor();
const isAtInterview = (page: Page) => page.waitForURL(/\/console\/interviews\/[0-9a-f-]{36}$/);

/** Goes on by keyboard to what has the focus then. */
const tabTo = async (page: Page, target: Locator) => {
  const isThere = () => target.evaluate((element) => element === document.activeElement);
  for (let step = 0; step < 40 && !(await isThere()); step++) await page.keyboard.press('Tab');
  expect(await isThere()).toBe(true);
};

/** What a card cuts off at its edge, which nobody can scroll to. */
const cutOff = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('.card.flush')]
      .filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)
      .map(({ scrollWidth, clientWidth }) => `${scrollWidth} of ${clientWidth}`),
  );

/** A day from now, as a form and a file write it. */
const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** Those that were created for people whose address ends so. */
const created = async (end: string) => {
  const found = [];
  for await (const listed of everyItem(talaro.listInterviews, { limit: 100 })) {
    if (listed.candidate_email.endsWith(end)) found.push(listed);
  }
  return found;
};

test('an interview is made by keyboard, on a phone, with a window that was too short', async () => {
  const page = await stage.page({ ...forLooks, viewport: narrow });
  await openConsole(page, stage, `/interviews/new?kit=${kit_id}`);
  await page.getByText('Draft, version 1').waitFor();
  await focusIsAt(page, 'h1');

  await tabTo(page, page.getByLabel('Name'));
  await page.keyboard.type('أليكس Morgan');
  await page.keyboard.press('Tab');
  await page.keyboard.type('alex@');
  await page.getByLabel('Opens').fill(`${day(2)}T09:00`);
  await page.getByLabel('Closes').fill(`${day(2)}T18:00`);
  await page.getByText('9 hours is short').waitFor();
  await page.getByLabel('The candidate is in').selectOption('Asia/Kolkata');
  await page.getByText('half an hour of').waitFor();
  await page.keyboard.press('Enter');
  // An Enter in a select sends nothing.
  await page.getByLabel('E-mail address').press('Enter');
  await page.getByRole('alert').waitFor();
  expect(await page.title()).toBe('Error: New interview – Talaro');
  await page.setViewportSize(narrow);

  // A reload in the middle: what was typed is there, and the kit of the address with it.
  await page.reload();
  await page.getByText('9 hours is short').waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('أليكس Morgan');
  await page.getByLabel('E-mail address').press('Enter');
  await tabTo(page, page.getByRole('link', { name: 'The address is not' }));
  await page.keyboard.press('Enter');
  await focusIsAt(page, '#mail');
  await page.keyboard.press('End');
  await page.keyboard.type('keyboard.example.com');
  await tabTo(page, named(page, 'instead'));
  await page.keyboard.press('Enter');
  await focusIsAt(page, '#ends');
  expect(await page.getByLabel('Closes').inputValue()).toBe(`${day(3)}T18:00`);
  await page.getByLabel('E-mail address').press('Enter');
  await isAtInterview(page);

  const [made] = await created('keyboard.example.com');
  expect(made).toMatchObject({ candidate_name: 'أليكس Morgan', kit_id, link_status: 'not_open' });
  await page.goBack();
  await headed(page, 'New interview').waitFor();
  expect(await page.getByLabel('Name').inputValue()).toBe('');
  await page.context().close();
});

test('a job’s text becomes a kit; what is lost on the way makes nothing twice, and a link can follow', async () => {
  const page = await stage.page({ ...forLooks, viewport: wide });
  await openConsole(page, stage, '/interviews/new');
  await page.getByText('From a job’s text').click();
  await page.getByLabel('Job title').fill('Tester');
  await page.getByLabel('The job’s text').fill('You test what others build.');
  await page.getByLabel('Name').fill('Ada');
  await page.getByLabel('E-mail address').fill('ada@job.example.com');
  await page.getByText('Add a résumé').click();
  await page.getByLabel('Or from a text file').setInputFiles({
    name: 'resume.txt',
    mimeType: 'text/plain',
    buffer: Buffer.from('Ten years of testing.'),
  });
  await page.getByText('More', { exact: true }).click();
  await page.getByLabel('Follow-up questions').selectOption('1');
  await expect.poll(() => page.getByLabel('Résumé').inputValue()).toBe('Ten years of testing.');
  expect(await faultsIn(page)).toEqual([]);
  await page.setViewportSize(wide);

  // The server gets it, and its answers are lost.
  await page.route('**/api/interviews/', async (route) => {
    await route.fetch();
    await route.abort();
  });
  await named(page, 'Create and make the link').click();
  await page.getByText('No answer from the server').last().waitFor();
  await page.unroute('**/api/interviews/');
  await page.route('**/generate-link/**', (route) =>
    route.fulfill({
      status: 500,
      json: { error: 'No model: <b>later</b>', code: 'ai_unavailable' },
    }),
  );
  await named(page, 'Create and make the link').dblclick();
  await headed(page, 'Created, without a link').waitFor();
  await page.getByText('it has no link: No model: <b>later</b>.').waitFor();
  await page.unroute('**/generate-link/**');
  await named(page, 'Make the link').click();
  await isAtInterview(page);

  const made = await created('job.example.com');
  expect(made).toMatchObject([{ candidate_name: 'Ada', job_title: 'Tester', link_status: 'open' }]);
  await page.context().close();
});

const hostile = {
  formula: '"=HYPERLINK(""https://evil.example"",""Ada"")"',
  markup: '<img src=x onerror=alert(1)>',
  turned: '\u202egnp.exe',
};

/** Thirty people, of whom three cannot be invited as they are. */
const people = () => {
  const window = `${day(3)} 08:00,${day(5)} 20:00`;
  const names = [hostile.formula, hostile.markup, hostile.turned];
  const lines = Array.from(
    { length: 30 },
    (_, index) =>
      `${names[index] ?? `Person ${index + 1}`},p${index + 1}@csv.example.com,Night Freight Dispatcher,${window}`,
  );
  lines[6] = `Rosalind Okonkwo,rosalind.o@,Night Freight Dispatcher,${window}`;
  lines[14] = `Saoirse Quill,p15@csv.example.com,Night Freight Dispatcher,${day(3)} 18:00,${day(3)} 08:00`;
  lines[21] = `Marisol Fenn,p22@csv.example.com,Night Frieght Dispatcher,${window}`;
  return Buffer.from(['name,email,kit,starts,ends', ...lines].join('\n'));
};

test('thirty people come from a file, three are mended in it, and a reload in the middle doubles nobody', async () => {
  const page = await stage.page({ ...forLooks, viewport: wide });
  const alerts: string[] = [];
  page.on('dialog', (dialog) => void alerts.push(dialog.message()));
  await openConsole(page, stage, '/interviews/import');
  const file = { mimeType: 'text/csv', name: 'december.csv' };
  await page.getByLabel('CSV file').setInputFiles({ ...file, buffer: Buffer.from([0xff, 0]) });
  await focusIsAt(page, '.problem');
  expect(await faultsIn(page)).toEqual([]);
  await page.setViewportSize(wide);
  await page.getByLabel('CSV file').setInputFiles({ ...file, buffer: people() });
  await headed(page, 'Check 30 interviews').waitFor();
  await page.getByText('27 ready, 3 to fix.').waitFor();
  expect(await cutOff(page)).toEqual([]);
  await page.setViewportSize(wide);

  await page.getByRole('link', { name: 'Row 7, Rosalind Okonkwo' }).click();
  await focusIsAt(page, '#row-7-candidate_email');
  await page.keyboard.press('End');
  await page.keyboard.type('csv.example.com');
  await page.getByLabel('Closes, row 15').fill(`${day(5)} 08:00`);
  // A reload in the middle of it: what was mended stays.
  await page.reload();
  await page.getByText('29 ready, 1 to fix.').waitFor();
  // What was mended stays among those to fix, and is not counted.
  await named(page, 'To fix 1').click();
  await named(page, 'Leave out row 22').click();
  await page.getByText('29 ready, 1 left out.').waitFor();
  await focusIsAt(page, '.tabs [aria-current]');
  await named(page, 'Left out 1').click();
  await named(page, 'Put back row 22').click();
  await named(page, 'All 30').click();
  await page.getByLabel('Kit, row 22').selectOption({ label: 'Night Freight Dispatcher' });
  await page.getByText('30 ready.').waitFor();

  // The second batch is made, and its answer is not heard.
  let batches = 0;
  await page.route('**/api/interviews/batch/', async (route) => {
    batches += 1;
    if (batches === 1) return route.continue();
    await route.fetch();
    // The page is left before it comes.
  });
  await named(page, 'Create 30 interviews with links').click();
  await page.getByText('20 of 30.').waitFor();
  await expect.poll(() => created('csv.example.com')).toHaveLength(30);
  await page.unroute('**/api/interviews/batch/');
  await page.reload();
  await headed(page, 'Go on creating 30 interviews').waitFor();
  await named(page, 'Continue').click();
  await page.getByText('30 created, all with a link.').waitFor();
  expect(await cutOff(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    named(page, 'Download a CSV with the links').click(),
  ]);

  const [head, first = '', second = ''] = (await readFile(await download.path(), 'utf8')).split(
    '\r\n',
  );
  expect(head).toBe(
    '\ufeffrow,candidate_name,candidate_email,interview_id,link,link_stops_at,error',
  );
  expect(first).toContain(`"'=HYPERLINK(""https://evil.example""`);
  expect(second).toMatch(/onerror=alert\(1\)>,p2@.*\/api\/interviews\/public\/[^,/]+\/,/);
  expect(new Set((await created('csv.example.com')).map((one) => one.candidate_email)).size).toBe(
    30,
  );
  expect(await created('csv.example.com')).toHaveLength(30);
  expect(alerts).toEqual([]);

  // Whoever uses the browser next finds nothing of it.
  const kept = () => page.evaluate(() => Object.keys(sessionStorage));
  expect(await kept()).toEqual(['talaro/console/import']);
  await page.locator('.account summary').click();
  await named(page, 'Log out').click();
  await headed(page, 'Log in').waitFor();
  expect(await kept()).toEqual([]);
  await page.context().close();
});

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client, Output } from '../../../client/types.ts';
import { apiOf } from '../support/api.ts';
import { openConsole } from '../support/console.ts';
import { faultsIn, forLooks } from '../support/looks.ts';
import { openStage, type Stage } from '../support/stage.ts';

const wide = { width: 1280, height: 900 };
const narrow = { width: 390, height: 844 };
const hostile = '<img src=x onerror="window.hit=1">\u202e =HYPERLINK("http://x.example")';
const job_description =
  'You look after patients on an acute ward, notice early when one is getting worse, and hand over.';
const creating = (url: URL) => url.pathname === '/api/interview-kits/';
let stage: Stage;
/** Another session of the same deployment. */
let other: Client;

beforeAll(async () => {
  stage = await openStage();
  other = apiOf(stage);
});
afterAll(() => stage.close());

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const field = (page: Page, path: string) => page.locator(`[id="${path}"]`);
const focused = (page: Page) =>
  page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent);
const wasHit = (page: Page) => page.evaluate(() => 'hit' in window);

const aKit = (job_title: string): Promise<Output<'createKit'>> =>
  other.createKit({ job_title, job_description, question_count: 3 });

/** Presses Tab until something has the focus, as somebody without a mouse does. */
const tabTo = async (page: Page, name: string | RegExp, role: 'button' | 'link' | 'textbox') => {
  const wanted = page.getByRole(role, { name, exact: typeof name === 'string' }).first();
  await wanted.waitFor();
  for (let presses = 0; presses < 120; presses += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not reach ${name}`);
};

test('a kit is written once though its answer was lost, and hostile text in it stays text', async () => {
  const page = await stage.page({ ...forLooks, viewport: wide });
  const keys: (string | undefined)[] = [];
  await openConsole(page, stage, '/kits');
  await page.getByRole('heading', { name: 'No kit yet' }).waitFor();
  const empty = await faultsIn(page);
  await page.setViewportSize(wide);
  await page.getByRole('link', { name: 'New kit' }).click();
  await button(page, 'Write the kit').click();
  await page.getByRole('alert').waitFor();
  const refused = [await page.title()];
  await page.setViewportSize(wide);

  await page.getByLabel('Job title').fill(hostile);
  await page.getByLabel('The job’s text').fill(job_description);
  await page.getByLabel('Number of questions').fill('3');
  await button(page, 'Add a question of your own').click();
  await page.keyboard.type(`Why? ${hostile}`);
  await page.clock.install();
  await page.route(creating, async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    // The kit is written, and nobody hears of it.
    await route.fetch();
    await route.abort();
  });
  await button(page, 'Write the kit').click();
  await page.getByText('It may have been written all the same').waitFor();
  await page.unroute(creating);
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route(creating, async (route) => {
    keys.push(route.request().headers()['idempotency-key']);
    await held;
    await route.continue();
  });
  await button(page, 'Try again').click();
  await page.clock.runFor(1_500);
  await page.getByText('Writing competencies').waitFor();
  await page.clock.runFor(10_000);
  await page.getByText('Still writing').waitFor();
  release();
  await page.getByRole('heading', { name: hostile }).waitFor();

  expect(await field(page, 'questions.0.text').inputValue()).toBe(`Why? ${hostile}`);
  expect(new Set(keys).size).toBe(1);
  expect((await other.listKits()).items).toHaveLength(1);
  expect(await wasHit(page)).toBe(false);
  expect(empty).toEqual([]);
  expect(refused).toEqual(['Error: New kit – Talaro']);
  await page.context().close();
});

test('a kit is edited, saved, overtaken, compared, approved and archived, by mouse', async () => {
  const { kit_id } = await aKit('Registered Nurse');
  const page = await stage.page({ ...forLooks, viewport: wide });
  page.on('dialog', (dialog) => void dialog.accept());
  const save = (version: number) => button(page, `Save as version ${version}`);
  const weight = field(page, 'competencies.0.weight');
  await openConsole(page, stage, `/kits/${kit_id}`);
  await page.getByRole('heading', { name: 'Registered Nurse' }).waitFor();
  const before = await weight.inputValue();

  // A sum that is not 100 says what is missing, and holds back.
  await field(page, 'questions.0.text').fill('What did you see first?');
  await weight.fill('1');
  await page.getByText(/add up to .*is missing/).waitFor();
  await save(2).click({ force: true });
  const blocked = await focused(page);
  await page.setViewportSize(wide);
  await weight.fill(before);
  await page.getByText('1 change not saved.').waitFor();

  // What was typed survives a reload; what the API refuses is beside its field.
  await field(page, 'questions.0.rubric.criteria.0.name').fill(' ');
  await page.reload();
  await page.getByText('2 changes not saved.').waitFor();
  await save(2).click();
  await page.getByRole('alert').getByText('Question 1, criterion A: the name').click();
  const led = await focused(page);
  await page.setViewportSize(wide);
  await page.keyboard.type('Sees it early');
  await save(2).click();
  await page.getByText('Saved as version 2.').waitFor();

  // Somebody else was faster.
  await page.locator('summary').filter({ hasText: 'criteria, weights' }).first().click();
  await field(page, 'questions.1.text').fill('Mine?');
  const { questions } = await other.getKit({ kit_id });
  await other.reviseKit({
    kit_id,
    version: 2,
    questions: questions.map(({ id }, n) => (n === 0 ? { id, text: 'Theirs?' } : { id })),
  });
  await save(3).click();
  await page.getByRole('heading', { name: 'There is a version 3 by now' }).waitFor();
  await page.getByText('kept in this tab: 1 change').waitFor();
  const overtaken = await focused(page);
  await page.setViewportSize(wide);
  await button(page, 'Carry my changes over to version 3').click();
  await save(4).click();
  await page.getByText('Saved as version 4.').waitFor();
  const both = await Promise.all(
    [0, 1].map((n) => field(page, `questions.${n}.text`).inputValue()),
  );

  await page.getByRole('link', { name: 'Compare with version 3' }).click();
  await page.getByText('1 competency or question differs.').waitFor();
  await page.getByLabel('Left').selectOption('1');
  await page.getByRole('heading', { name: 'Versions 1 and 4' }).waitFor();
  const marked = await page.locator('ins').allTextContents();
  await page.setViewportSize(wide);
  await page.getByRole('link', { name: 'Registered Nurse' }).click();

  await button(page, 'Approve').click();
  await page.getByRole('dialog').waitFor();
  await page.setViewportSize(wide);
  await button(page, 'Approve version 4').click();
  await page.getByText('Version 4 is approved.').first().waitFor();
  const approved = await focused(page);
  await button(page, 'Archive').click();
  await button(page, 'Archive it').click();
  await page.getByText('The kit is archived.').waitFor();
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link').click();
  await page.getByRole('link', { name: 'Archived' }).click();
  await page.getByRole('link', { name: 'Registered Nurse' }).waitFor();
  const listed = await faultsIn(page);

  expect(blocked).toMatch(/^The weights of the competencies add up/);
  expect(led).toBe('questions.0.rubric.criteria.0.name');
  expect(overtaken).toBe('outdated');
  expect(both).toEqual(['Theirs?', 'Mine?']);
  expect(marked).toContain('Mine');
  expect(approved).toBe('Approve');
  expect(listed).toEqual([]);
  const { archived, versions } = await other.getKit({ kit_id });
  expect({ archived, states: versions.map(({ status }) => status) }).toEqual({
    archived: true,
    states: ['draft', 'draft', 'draft', 'approved'],
  });
  await page.context().close();
});

test('a kit is changed on a phone’s width by keyboard alone, and the focus is never lost', async () => {
  const { kit_id, questions } = await aKit('Night dispatcher');
  const page = await stage.page({ ...forLooks, viewport: narrow });
  await openConsole(page, stage, '/kits');
  await tabTo(page, 'Night dispatcher', 'link');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Night dispatcher' }).waitFor();
  const begins = await focused(page);

  await tabTo(page, 'Move down question 1', 'button');
  await page.keyboard.press('Enter');
  await page.getByText('question 1 has place 2 of 3').waitFor();
  const moved = await focused(page);
  await tabTo(page, 'Add a question', 'button');
  await page.keyboard.press('Enter');
  await expect.poll(() => focused(page)).toBe('questions.3.text');
  await page.keyboard.type(`${'😀'.repeat(300)}?`);
  await tabTo(page, 'Remove question 4', 'button');
  const long = await faultsIn(page);
  await page.setViewportSize(narrow);
  await page.keyboard.press('Enter');
  await page.getByText('Removed: question 4').waitFor();
  const removed = await focused(page);
  await page.keyboard.press('Control+Home');
  await page.locator('h1').focus();
  await tabTo(page, 'Save as version 2', 'button');
  await page.keyboard.press('Enter');
  await page.getByText('Saved as version 2.').waitFor();

  expect(begins).toBe('Night dispatcher');
  expect(moved).toBe(`down-question-${questions[0]?.id}`);
  expect(removed).toBe('add-question');
  expect(await focused(page)).toBe('save');
  expect(long).toEqual([]);
  const saved = await other.getKit({ kit_id });
  expect(saved.questions.map(({ id }) => id)).toEqual([1, 0, 2].map((n) => questions[n]?.id));

  // Heard by one player; where there is no voice, that is said.
  await page
    .locator('summary')
    .filter({ hasText: questions[2]?.text ?? '' })
    .press('Enter');
  const listen = page.getByRole('button', { name: 'Listen' });
  await page.route('**/speech/', (route) => route.fulfill({ json: { audio_url: null } }));
  await listen.first().press('Enter');
  await page.getByText('There is no voice for English (en-US) here').waitFor();
  await page.unroute('**/speech/');
  const heard = page.waitForResponse(/\/media\//);
  await listen.first().press('Enter');
  expect((await heard).ok()).toBe(true);
  await page.goto(`${stage.stack.url}/console/kits/${kit_id}?version=1`);
  await page.getByText('Version 1 is not the newest.').waitFor();
  expect(await page.locator('textarea:not([readonly])').count()).toBe(0);
  expect(await faultsIn(page)).toEqual([]);
  await page.context().close();
});

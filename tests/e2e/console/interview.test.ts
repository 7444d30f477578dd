import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createClient } from '../../../client/client.ts';
import type { Client } from '../../../client/types.ts';
import { administrator } from '../../../local/administrator.ts';
import { goodAnswer } from '../support/candidate.ts';
import { openConsole } from '../support/console.ts';
import { faultsIn, forLooks } from '../support/looks.ts';
import { inMinutes } from '../support/recruiter.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
let api: Client;
beforeAll(async () => {
  stage = await openStage();
  const base_url = stage.stack.url;
  const { access } = await createClient({ base_url }).login(administrator);
  api = createClient({ base_url, session: { access: async () => access } });
});
afterAll(() => stage?.close());

const mouse = { viewport: { width: 1280, height: 800 } };

const button = (page: Page, name: string | RegExp) =>
  page.getByRole('button', { name, exact: typeof name === 'string' });
const inDialog = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true });
const open = (page: Page, interview_id: string) =>
  openConsole(page, stage, `/interviews/${interview_id}`);
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

/** Goes to it with the keyboard alone, and presses a key there. */
const pressOn = async (page: Page, there: Locator, key: string) => {
  await there.waitFor();
  const isThere = () => there.evaluate((element) => element === document.activeElement);
  for (let tabs = 0; tabs < 60 && !(await isThere()); tabs += 1) await page.keyboard.press('Tab');
  expect(await isThere()).toBe(true);
  await page.keyboard.press(key);
};

/** A candidate on another device, who has started. */
const candidate = async (wish = {}) => {
  const { interview_id, token: link_token } = await stage.recruiter.invite(wish);
  const call = stage.recruiter.asCandidate;
  await call('open', { link_token });
  const start = async () => {
    const { session_id, questions } = await call('start', { interview_id, link_token });
    return { session_id, count: Array.isArray(questions) ? questions.length : 0 };
  };
  return {
    interview_id,
    link_token,
    start,
    answer: async () => {
      const { session_id } = await start();
      await call('submit-response', { session_id, link_token, response_text: goodAnswer });
    },
    complete: async () => call('complete', { session_id: (await start()).session_id, link_token }),
  };
};

test('a link is made, copied, replaced, extended and cancelled with the mouse', async () => {
  const page = await stage.page({
    ...mouse,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const { interview_id } = await api.createInterview({
    candidate_name: 'Robin <b>Bold</b>',
    candidate_email: 'robin@example.com',
    job_title: 'Backend Engineer',
    job_description: 'You design HTTP services in TypeScript.',
    ai_interview_type: 'technical',
    question_count: 3,
    starts_at: inMinutes(0),
  });
  const url = page.getByLabel('Interview link');
  const told = page.getByRole('status');

  await open(page, interview_id);
  await button(page, 'Make a link').click();
  await told.filter({ hasText: 'The link is made.' }).waitFor();
  await expect.poll(() => url.inputValue()).toContain('/api/interviews/public/');
  const first = await url.inputValue();
  const atFirst = await focused(page);
  await button(page, 'Copy').click();
  await told.filter({ hasText: 'Copied.' }).waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
  await button(page, 'Copy').click();
  await told.filter({ hasText: 'refused to copy' }).waitFor();
  const selected = await page.evaluate(() => getSelection()?.toString());

  await button(page, 'New link').click();
  await page.getByText('You have to send the new link yourself.').waitFor();
  await inDialog(page, 'Make a new link').dblclick();
  await expect.poll(() => url.inputValue()).not.toBe(first);
  await told.filter({ hasText: 'refused to copy' }).waitFor({ state: 'detached' });
  const { link } = await api.getInterview({ interview_id });

  await button(page, 'Extend').click();
  await button(page, '+1 day').click();
  const ends_at = inMinutes(90);
  await api.updateInterview({ interview_id, ends_at });
  await inDialog(page, 'Extend').click();
  await page.getByText('Changed: end of the window (admin').waitFor();
  const theirs = await api.getInterview({ interview_id });
  await inDialog(page, 'Extend').click();
  await told.filter({ hasText: 'The window is moved' }).waitFor();
  const ours = await api.getInterview({ interview_id });

  await button(page, 'Cancel interview').click();
  await page.getByLabel('Reason (optional)').fill('=HYPERLINK("x")');
  await inDialog(page, 'Cancel the interview').click();
  await page.getByRole('heading', { name: 'Cancelled' }).waitFor();
  const focus = await focused(page);

  expect(copied).toBe(first);
  expect(selected).toBe(first);
  expect(link.generation).toBe(2);
  expect(theirs.ends_at).toBe(ends_at);
  expect(Date.parse(`${ours.ends_at}`) - Date.parse(ends_at)).toBeGreaterThan(22 * 3_600_000);
  expect([atFirst, focus]).toEqual(['INPUT', 'H1']);
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Robin <b>Bold</b>');
});

test('a candidate is watched to the end, and decided about and erased with the keyboard', async () => {
  const page = await stage.page();
  const { interview_id, answer, complete } = await candidate();
  await page.clock.install();
  await open(page, interview_id);
  await page.getByText('Live, last heard').waitFor();
  await page.evaluate(() => Object.assign(window, { isSame: true }));

  await answer();
  await page.clock.fastForward(4_000);
  await page.getByRole('status').filter({ hasText: '1 of 3 answered' }).waitFor();
  await answer();
  await complete();
  await page.clock.fastForward(40_000);
  await page.getByRole('heading', { name: 'Decision' }).waitFor();
  const isSame = await page.evaluate(() => 'isSame' in window);

  await pressOn(page, button(page, 'Record decision'), 'Enter');
  await page.getByText('There is a problem').waitFor();
  await pressOn(page, page.getByRole('radio', { name: 'Advance' }), 'ArrowRight');
  await pressOn(page, page.getByLabel('Reason'), 'H');
  await page.keyboard.type('old until the second talk.');
  page.once('dialog', (question) => question.accept());
  await page.getByRole('link', { name: 'Kits', exact: true }).click();
  await page.getByRole('heading', { name: 'Kits' }).waitFor();
  await page.goBack();
  await pressOn(page, page.getByLabel('Your own score'), '0');
  await pressOn(page, button(page, 'Record decision'), 'Enter');
  await page.getByRole('status').filter({ hasText: 'Recorded.' }).waitFor();
  const { reviews } = await api.getInterview({ interview_id });

  const download = page.waitForEvent('download');
  await pressOn(page, button(page, 'Export'), 'Enter');
  const file = await download;
  const exported = JSON.parse(await readFile(await file.path(), 'utf8'));

  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  await page.emulateMedia({ media: 'print' });
  const folded = await page.locator('main details:not([open], .menu)').count();
  const onPaper = await page.locator('main :is(.btn, .menu)').filter({ visible: true }).count();
  await page.getByText(`Talaro, interview ${interview_id.slice(0, 8)}`).waitFor();
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  await page.emulateMedia({ media: 'screen' });

  await pressOn(page, page.locator('main summary', { hasText: 'More' }), 'Enter');
  await pressOn(page, button(page, /^Erase everything/), 'Enter');
  await page.getByRole('dialog').getByText('What stays is').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  await expect.poll(() => focused(page)).toBe('SUMMARY');
  await page.keyboard.press('Enter');
  await pressOn(page, button(page, /^Erase everything about/), 'Enter');
  await pressOn(page, inDialog(page, 'Erase everything'), 'Enter');
  await page.getByText('There is a problem').waitFor();
  await pressOn(page, page.getByRole('checkbox'), 'Space');
  await pressOn(page, inDialog(page, 'Erase everything'), 'Enter');
  await page.getByRole('heading', { name: 'Everything about this interview is erased' }).waitFor();
  const focus = await focused(page);
  await page.reload();
  await page.getByRole('heading', { name: 'There is no interview at this address' }).waitFor();

  expect(isSame).toBe(true);
  expect(reviews).toMatchObject([
    { decision: 'hold', reason: 'Hold until the second talk.', score: 0 },
  ]);
  expect(file.suggestedFilename()).toBe(`talaro-interview-${interview_id.slice(0, 8)}.json`);
  expect(exported).toMatchObject({ interview_id, format_version: 1 });
  expect([folded, onPaper]).toEqual([0, 0]);
  expect(focus).toBe('H1');
});

test('an interview looks right in progress, in question and decided', async () => {
  const page = await stage.page({ ...mouse, ...forLooks });
  const { interview_id, link_token, answer, complete } = await candidate({
    candidate_name: `${'👩🏽‍⚕️'.repeat(20)} محمد`,
  });
  await answer();
  const ask = { link_token, kind: 'more_time', message: '😀'.repeat(1_000) };
  await stage.recruiter.asCandidate('accommodation', ask);

  await open(page, interview_id);
  await page.getByText('Asked for more time').waitFor();
  const inProgress = await faultsIn(page);
  await button(page, 'Mark as handled').click();
  const inQuestion = await faultsIn(page);
  await page.getByLabel('Note (optional)').fill('One more day');
  await inDialog(page, 'Mark as handled').click();
  await page.getByText('Handled by').waitFor();
  await complete();
  await api.reviewInterview({
    interview_id,
    decision: 'reject',
    reason: '<script>alert(1)</script>',
  });
  await open(page, interview_id);
  await page.getByText('Decisions so far').waitFor();
  const decided = await faultsIn(page);

  expect({ inProgress, inQuestion, decided }).toEqual({
    inProgress: [],
    inQuestion: [],
    decided: [],
  });
});

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anInterviewRead, hostile } from '../../support/interview-read.ts';
import { aKit, aReport } from '../../support/report.ts';
import { goodAnswer } from '../support/candidate.ts';
import { openConsole } from '../support/console.ts';
import { faultsIn, forLooks } from '../support/looks.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

const mouse = { viewport: { width: 1280, height: 800 } };

/** An interview that was completed elsewhere; its first answer is hostile after it was good. */
const completed = async (): Promise<string> => {
  const { interview_id, token: link_token } = await stage.recruiter.invite();
  const call = stage.recruiter.asCandidate;
  const { session_id } = await call('start', { interview_id, link_token });
  for (const response_text of [`${goodAnswer}\n\n${hostile}`, goodAnswer, `2. ${goodAnswer}`]) {
    await call('submit-response', { session_id, link_token, response_text });
  }
  await call('complete', { session_id, link_token });
  return interview_id;
};

const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const one of document.querySelectorAll('main details')) one.setAttribute('open', '');
  });

test('the answers of a completed interview are read beside their rubrics, and heard', async () => {
  const page = await stage.page(mouse);
  const interview_id = await completed();
  await page.route('**/media/tts/q_1_*', (route) => route.fulfill({ status: 404 }));
  const sound = (name: string) => page.getByRole('button', { name });
  const rows = page.locator('details.answer');

  await openConsole(page, stage, `/interviews/${interview_id}`);
  await page.getByText('A demonstration without a language model. A person').waitFor();
  const written = await rows.first().locator('.as-written').innerText();
  await rows.first().locator('.ref').first().click();
  const target = page.locator('li:target');
  await sound('Play the question of answer 1').click();
  await sound('Pause the question of answer 1').click();
  await sound('Play the question of answer 1').waitFor();
  await rows.nth(1).locator('summary').first().click();
  await sound('Play the question of answer 2').click();
  await page.getByText('The sound cannot be played now').waitFor();

  expect(written).toContain(`<script>document.title='taken'</script>`);
  expect(await page.locator('main').locator('img, script').count()).toBe(0);
  expect(await page.title()).not.toContain('taken');
  expect(await target.locator('.level').innerText()).toMatch(/Level [1-5]/);
  expect(new URL(page.url()).hash).toBe(`#${await target.getAttribute('id')}`);
  await page.context().close();
});

test('each version of an evaluation is shown beside the one before, and fits every screen', async () => {
  const page = await stage.page({ ...mouse, ...forLooks });
  let interview = anInterviewRead();
  await page.route(`**/api/interviews/${interview.interview_id}/`, (route) =>
    route.fulfill({ json: interview }),
  );

  await openConsole(page, stage, `/interviews/${interview.interview_id}`);
  const score = page.getByRole('region', { name: 'Score', exact: true });
  await score.getByText('56 of 100; version 1 had 63 of 100.').waitFor();
  await unfold(page);
  const faults = await faultsIn(page);
  await score.getByRole('combobox', { name: 'Evaluation' }).selectOption('1');
  await score.getByText('63', { exact: true }).waitFor();
  await page.reload();
  await score.getByText('63', { exact: true }).waitFor();
  const beside = await score.getByText('version 1 had').count();
  interview = anInterviewRead({ status: 'in_progress' });
  await page.reload();
  await page.getByRole('heading', { name: 'Alex Morgan' }).waitFor();

  expect(faults).toEqual([]);
  expect(page.url()).toContain('evaluation=1');
  expect(beside).toBe(0);
  // Nothing is judged while it goes on.
  expect(await page.getByRole('heading', { name: /^(Score|Answers)$/ }).count()).toBe(0);
  await page.context().close();
});

test('a report is asked for by period and kit, read, and saved as a file that runs no formula', async () => {
  const page = await stage.page(mouse);
  await page.route('**/api/reports/interviews/?*from=2026-09-01*', (route) =>
    route.fulfill({ json: aReport(86, { kit_id: aKit.kit_id }) }),
  );
  const summary = page.locator('.strip');

  await openConsole(page, stage, '/reports');
  await summary.getByText('Completed of invited').waitFor();
  await page.getByLabel('From', { exact: true }).fill('2026-09-01');
  await page.getByLabel('Until', { exact: true }).fill('2026-11-25');
  await page.keyboard.press('Enter');
  await page.getByRole('rowheader', { name: '=HYPERLINK' }).waitFor();
  const loading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV of “Scores by competency”' }).click();
  const file = await readFile(await (await loading).path(), 'utf8');
  await page.goBack();
  await page.getByRole('rowheader', { name: '=HYPERLINK' }).waitFor({ state: 'detached' });
  await page.getByLabel('From', { exact: true }).fill('2020-01-01');
  await page.getByLabel('Until', { exact: true }).fill('2020-01-31');
  await page.getByRole('button', { name: 'Show' }).click();
  await page.getByText('Nothing happened from').waitFor();
  await page.getByLabel('From', { exact: true }).fill('2020-03-01');
  await page.getByRole('button', { name: 'Show' }).click();
  const problem = page.locator('.problem:focus');
  await problem.waitFor();

  expect(file).toMatch(/^\uFEFFCompetency,/);
  expect(file).toContain(`'=HYPERLINK`);
  expect(new URL(page.url()).search).toBe('?from=2020-03-01&to=2020-01-31');
  await expect.poll(() => page.title()).toMatch(/^Error: /);
  await page.context().close();
});

test('a report fits every screen, its numbers unfolded', async () => {
  const page = await stage.page(forLooks);
  const { kit_id } = aKit;
  await page.route('**/api/reports/interviews/?*', (route) =>
    route.fulfill({ json: aReport(40, { kit_id }) }),
  );
  await page.route(`**/api/interview-kits/${kit_id}/`, (route) => route.fulfill({ json: aKit }));

  await openConsole(page, stage, `/reports?kit=${kit_id}`);
  await page.getByRole('rowheader', { name: 'Patient safety' }).waitFor();
  await unfold(page);
  const faults = await faultsIn(page);

  expect(faults).toEqual([]);
  await page.context().close();
});

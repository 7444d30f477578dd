import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { anInterviewRead, hostile } from '../../support/interview-read.ts';
import { openConsole } from '../support/console.ts';
import { overflows } from '../support/looks.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** What people and models write, by its name in the API; the elements of lists have their list's. */
const written =
  /^(candidate_name|candidate_email|job_title|job_description|name|description|text|lead_in|response_text|reason|note|message|detail|evaluation|strengths|areas_for_improvement|cancel_reason|\w+_name|[135]|evidence_wanted|warning_signs|model_id|prompt_version)$/;
const nasty = [
  hostile,
  '👩‍👩‍👧‍👦'.repeat(2_000),
  'x'.repeat(3_000),
  'Z\u0335\u0321\u0322\u0327\u0328\u0301\u0302\u0303\u0304'.repeat(200),
  `${'\u202E\u2066\u200B\uFEFF'.repeat(50)}<a href="javascript:alert(1)">=HYPERLINK("data:text/html,x")</a>`,
  'a\n'.repeat(300),
  `one\u2028two\u2029"three'`,
];

/** An answer of the API with a hostile text in the place of every text of people. */
const withHostile = (value: unknown, name = '', seed = { n: 0 }): unknown => {
  if (typeof value === 'string') {
    if (!written.test(name)) return value;
    seed.n += 1;
    return nasty[seed.n % nasty.length];
  }
  if (Array.isArray(value)) return value.map((one) => withHostile(one, name, seed));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inside]) => [key, withHostile(inside, key, seed)]),
  );
};

const frame = (page: Page) => page.getByRole('heading', { level: 1 });

test('a hostile text is only a text on every screen, and no screen becomes wider by it', async () => {
  const page = await stage.page({ viewport: { width: 320, height: 800 } });
  const complaints: string[] = [];
  const { interview_id } = await stage.recruiter.invite();
  await openConsole(page, stage);
  page.on('console', (said) => said.type() === 'error' && complaints.push(said.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('dialog', (dialog) => complaints.push(dialog.message()));
  await page.route(/\/api\/(interviews|interview-kits|users|reports)\//, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: withHostile(await answer.json()) });
  });
  await page.route('**/api/interviews/00000000-*/', (route) =>
    route.fulfill({ json: withHostile(anInterviewRead()) }),
  );

  const wide: string[] = [];
  const read = `/interviews/${anInterviewRead().interview_id}`;
  const at = `/interviews/${interview_id}`;
  for (const path of ['/', read, at, `${at}/audit`, '/kits', '/people', '/reports']) {
    await page.goto(`${stage.stack.url}/console${path}`);
    await frame(page).waitFor();
    await page.waitForLoadState('networkidle');
    await page.evaluate(() => {
      for (const one of document.querySelectorAll('main details')) one.setAttribute('open', '');
    });
    for (const width of [1280, 320]) {
      await page.setViewportSize({ width, height: 800 });
      if (await overflows(page)) wide.push(`${path} at ${width}`);
    }
    const found = 'img, script, main a[href^="javascript:"], main a[href^="data:"], iframe';
    if ((await page.locator('body').locator(found).count()) > 0) wide.push(`${path}: markup`);
    if ((await page.title()) === 'taken') wide.push(`${path}: title`);
  }

  expect(wide).toEqual([]);
  expect(complaints).toEqual([]);
  await page.context().close();
});

test('an answer that is cut short says so instead of waiting for ever', async () => {
  const page = await stage.page();
  await openConsole(page, stage);
  await page.route('**/api/interviews/?*', (route) => route.fulfill({ json: {} }));

  await page.goto(`${stage.stack.url}/console/`);
  await page.getByRole('heading', { name: 'This cannot be shown' }).waitFor();
  await page.goto(`${stage.stack.url}/console/reports?to=-271821-04-20`);

  await frame(page).and(page.getByText('Reports')).waitFor();
  await page.context().close();
});

test('a logout that fails is said; one in another tab ends this one, and a login there goes on here', async () => {
  const page = await stage.page();
  const { interview_id } = await stage.recruiter.invite();
  await openConsole(page, stage, '/interviews/new');
  await page.getByLabel('Name', { exact: true }).fill('Priya Nair');
  const kept = () => page.evaluate(() => Object.values(sessionStorage).join());
  await expect.poll(kept).toContain('Priya Nair');
  await page.goto(`${stage.stack.url}/console/interviews/${interview_id}`);
  await page.getByRole('heading', { name: 'Alex Morgan' }).waitFor();
  const other = await page.context().newPage();
  await openConsole(other, stage);
  const logOut = async (from: Page) => {
    await from.locator('.account summary').click();
    await from.getByRole('button', { name: 'Log out' }).click();
  };

  await other.route('**/api/auth/logout/', (route) => route.abort());
  await logOut(other);
  await other.getByText('You are still logged in').waitFor();
  await other.unroute('**/api/auth/logout/');
  await logOut(other);
  await page.getByRole('button', { name: 'Log in', exact: true }).waitFor();
  const left = await page.getByText('Alex Morgan').count();
  const keptStill = await kept();
  await openConsole(other, stage);
  await page.getByRole('heading', { name: 'Alex Morgan' }).waitFor();

  expect(left).toBe(0);
  expect(keptStill).toBe('');
  await page.context().close();
});

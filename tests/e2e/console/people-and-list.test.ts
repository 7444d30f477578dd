import '../support/quiet.ts';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { emailOf, manyInterviews, storeListed } from '../../../bench/many-interviews.ts';
import { connectTable } from '../../../shared/table/client.ts';
import { openConsole } from '../support/console.ts';
import { openStage, type Stage } from '../support/stage.ts';

const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };
let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage.close());

const named = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const headingOf = (page: Page) => page.locator('h1');
/** What a mail to somebody says after these words. */
const mailed = (to: string, words: RegExp) => {
  const { text = '' } = stage.mails.findLast((mail) => mail.to === to) ?? {};
  return words.exec(text)?.[1] ?? '';
};
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

test('somebody invited logs in with the first password, by keyboard, and gets a forgotten one back', async () => {
  const admin = await stage.page({ viewport: wide });
  await openConsole(admin, stage, '/people');
  await admin.getByLabel('Name').fill('Ada <script>alert(1)</script>');
  await admin.getByLabel('E-mail address').fill('ada@example.com');
  await named(admin, 'Send the invitation').click();
  await admin.getByText('An invitation is on its way to ada@example.com.').waitFor();

  const page = await stage.page({ viewport: narrow });
  await page.goto(`${stage.stack.url}/console/reports`);
  await headingOf(page).and(page.getByText('Log in')).waitFor();
  const begins = await focused(page);
  await page.keyboard.press('Tab');
  await page.keyboard.type('ada@example.com');
  await page.keyboard.press('Tab');
  await page.keyboard.type(mailed('ada@example.com', /temporary password (\S+)/));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Choose your password' }).waitFor();
  await page.getByLabel('New password').fill('short');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  const title = await page.title();
  await page.getByLabel('New password').fill('three unusual Words 1!');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Reports' }).waitFor();
  await page.locator('.account summary').click();
  await page.getByText('Role: recruiter').waitFor();

  await named(page, 'Log out').click();
  await named(page, 'Forgotten password').click();
  await page.getByRole('heading', { name: 'Forgotten password' }).waitFor();
  await page.getByLabel('E-mail address').fill('ada@example.com');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Choose a new password' }).waitFor();
  await page.getByLabel('Code from the e-mail').fill(mailed('ada@example.com', /(\d{6})/));
  await page.getByLabel('New password').fill('four unusual Words 2!');
  await page.keyboard.press('Enter');
  await page.getByText('Your new password is saved').waitFor();
  await page.getByLabel('Password', { exact: true }).fill('four unusual Words 2!');
  await page.keyboard.press('Enter');
  await page.getByText('Account:', { exact: true }).waitFor();

  // Only what a recruiter may: people are for admins.
  expect(await page.getByRole('link', { name: 'People' }).count()).toBe(0);
  expect(begins).toBe('H1');
  expect(title).toMatch(/^Error: /);
  await admin.context().close();
  await page.context().close();
});

test('an admin switches an account off, after a question, and the focus stays where it was', async () => {
  const page = await stage.page({ viewport: wide });
  await openConsole(page, stage, '/people');
  await page.getByLabel('Name').fill('Bo');
  await page.getByLabel('E-mail address').fill('bo@example.com');
  await named(page, 'Send the invitation').click();
  const row = page.getByRole('row', { name: /Bo/ });

  await row.locator('summary').click();
  await named(page, 'Switch off').click();
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  const kept = await row.getByText('Invited').count();
  await row.locator('summary').click();
  await named(page, 'Switch off').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click();
  await row.getByText('Switched off').waitFor();

  expect(kept).toBe(1);
  await expect.poll(() => focused(page)).toBe('SUMMARY');
  await page.getByRole('row', { name: /you/ }).locator('summary').click();
  await named(page, 'Make a recruiter').click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make a recruiter' }).click();
  await page.getByText('this is the last admin').waitFor();
  await page.context().close();
});

test('the list says how to begin, then finds, narrows, pages and is walked by keys without a jump', async () => {
  const page = await stage.page({ viewport: wide });
  await openConsole(page, stage);
  await page.getByRole('heading', { name: 'Three steps to the first interview' }).waitFor();
  const table = connectTable(stage.stack.names.table);
  const [first, ...rest] = manyInterviews(119, Date.now());
  if (!first) throw new Error('There is no interview');
  const hostile = { candidate_name: '<img src=x onerror=alert(1)>‮', job_title: '😀'.repeat(100) };
  await storeListed(table, [{ ...first, ...hostile, starts_at: '2099-01-01T10:00:00Z' }, ...rest]);

  await page.reload();
  const rows = page.locator('.who');
  await rows.first().waitFor();
  const shifts = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) =>
          resolve(
            list.getEntries().reduce((sum, entry) => sum + (Reflect.get(entry, 'value') ?? 0), 0),
          ),
        ).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 300);
      }),
  );
  expect(await rows.count()).toBe(50);
  expect(await rows.first().textContent()).toBe(hostile.candidate_name);
  expect(shifts).toBeLessThan(0.01);

  await page.setViewportSize(narrow);
  const firstOfPage = await rows.nth(1).textContent();
  await page.getByRole('link', { name: 'Older' }).click();
  await page.getByRole('link', { name: 'Older' }).click();
  await expect.poll(() => rows.count()).toBe(19);
  await page.getByRole('link', { name: 'Newer' }).click();
  await page.getByRole('link', { name: 'Newer' }).click();
  await expect.poll(() => rows.nth(1).textContent()).toBe(firstOfPage);

  await page.keyboard.press('/');
  await page.keyboard.type('not an address');
  await page.keyboard.press('Enter');
  await page.getByRole('alert').waitFor();
  await page.getByLabel('Find by e-mail').fill(emailOf(7));
  await page.keyboard.press('Enter');
  await expect.poll(() => rows.count()).toBeLessThan(7);
  await page.getByRole('link', { name: 'Cancelled' }).click();
  await page.waitForURL(/status=cancelled/);
  await page.getByLabel('Find by e-mail').fill('nobody@example.com');
  await page.keyboard.press('Enter');
  await page.getByText('Looked for: cancelled, e-mail nobody@example.com.').waitFor();
  await page.getByText('Kit and time', { exact: true }).click();
  await page.getByLabel('Starts from').fill('2026-01-01');
  await page.getByRole('button', { name: 'Show', exact: true }).click();
  await page.waitForURL(/email=nobody.*from=2026-01-01/);
  await page.getByRole('link', { name: 'Show every interview' }).click();

  await headingOf(page).focus();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  const chosen = await page.evaluate(() => document.activeElement?.getAttribute('href'));
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.pathname === chosen);
  await page.goBack();
  await expect.poll(() => rows.count()).toBe(50);
  // Where it was left.
  expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe(chosen);
  await page.context().close();
});

test('a part of the console that cannot be loaded says so, and comes when it is tried again', async () => {
  const page = await stage.page({ viewport: wide });
  const part = /\/reports-[^/]+\.js$/;
  await page.route(part, (route) => route.abort());
  await openConsole(page, stage);
  await page.getByRole('link', { name: 'Reports' }).click();
  await page.getByText('This part of the console could not be loaded.').waitFor();
  await page.unroute(part);
  await named(page, 'Try again').click();

  await page.getByRole('heading', { name: 'Reports' }).waitFor();
  await page.context().close();
});

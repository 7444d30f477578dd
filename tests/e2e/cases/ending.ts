import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { candidateAt, goodAnswer } from '../support/candidate.ts';
import { completed, low, made, unscored, withResult } from '../support/endings.ts';
import type { Stage } from '../support/stage.ts';

const headings = (page: Page) => page.locator('h2, h3').allTextContents();
const focusedTag = () => document.activeElement?.tagName;

export const endingCases = (stage: () => Stage) => {
  /** An interview that was completed elsewhere, for all of these: they look at it. */
  let url: Promise<string> | undefined;
  const ended = async (change: object) => {
    url ??= completed(stage().recruiter);
    const page = await stage().page();
    await withResult(page, change);
    await page.goto(await url);
    await candidateAt(page).reads('Thank you, Alex Morgan. Your interview is complete');
    return page;
  };

  describe('the end', () => {
    test('shows the score, then quotes folded and in the order of the answer', async () => {
      const page = await ended(made);
      const fold = page.locator('details', { hasText: 'Passages: 3' }).first();
      const quotes = fold.locator('blockquote');

      expect(await page.locator('.score').textContent()).toMatch(/most of what.*74 out of 100/);
      expect(await quotes.first().isVisible()).toBe(false);
      await fold.locator('summary').click();
      expect(await quotes.first().isVisible()).toBe(true);
      expect(await quotes.allTextContents()).toEqual([
        expect.stringMatching(/^I decided/),
        expect.stringMatching(/^two colleagues/),
        expect.stringMatching(/^As a result/),
      ]);
      await page.context().close();
    });

    test('with a low score begins with the strengths and shows no number unasked', async () => {
      const page = await ended(low);
      const number = page.getByText('18 out of 100');

      expect(await headings(page)).toEqual([
        'What happens next',
        'The evaluation',
        'Strengths',
        'What could be stronger',
        'What this is based on',
        'How the score came about',
        'Your answers',
        'If something is wrong or unfair',
        'Your copy',
      ]);
      expect(await number.isVisible()).toBe(false);
      await page.getByText('The score and how it is calculated').click();
      expect(await number.isVisible()).toBe(true);
      await page.context().close();
    });

    test('without a score says nothing that contradicts it', async () => {
      const page = await ended(unscored);

      expect(await headings(page)).toEqual([
        'What happens next',
        'There is no score',
        'Your answers',
        'If something is wrong or unfair',
        'Your copy',
      ]);
      expect(await page.locator('main').textContent()).not.toMatch(/AI wrote|out of/);
      await page.locator('summary').first().click();
      expect(await page.getByText(`1. ${goodAnswer}`).isVisible()).toBe(true);
      await page.context().close();
    });

    test('takes a late result in, and the reader keeps the focus and what is open', async () => {
      const late = { status: 'evaluating' };
      const page = await ended(late);
      const status = page.getByRole('status');

      for (const [width, height] of [
        [390, 844],
        [1280, 1300],
      ] as const) {
        await page.unrouteAll();
        await withResult(page, late);
        await page.setViewportSize({ width, height });
        await page.reload();
        await status.getByText('being prepared').waitFor();
        await page.locator('summary').nth(1).click();

        await page.unrouteAll();
        await page.evaluate(() => dispatchEvent(new Event('online')));
        await status.getByText('The evaluation').waitFor();

        expect(await page.evaluate(focusedTag)).toBe('SUMMARY');
        expect(await page.getByText(`2. ${goodAnswer}`).isVisible()).toBe(true);
      }
      await page.context().close();
    });
  });
};

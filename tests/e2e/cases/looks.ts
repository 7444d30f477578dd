import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { candidateAt } from '../support/candidate.ts';
import { scenes } from '../support/scenes.ts';
import { brand, type Stage } from '../support/stage.ts';

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    axe: {
      run(options: object): Promise<{
        violations: { id: string; nodes: { target: string[]; failureSummary: string }[] }[];
      }>;
    };
  }
}

/** The violations that axe finds, one line each. */
const findings = async (page: Page, rules: object = {}): Promise<string[]> =>
  page.evaluate(
    async (options) => {
      const { violations } = await window.axe.run(options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
      );
    },
    { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'], rules },
  );

const overflows = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth;
  });

/** Every theme and every layout; no colour depends on the width. */
const views = [
  ['light', 320],
  ['dark', 390],
  ['light', 1280],
] as const;

/** Spacing that a reader may set (WCAG 2.2, success criterion 1.4.12). */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;

export const looksCases = (stage: () => Stage) => {
  describe('every screen', () => {
    test.each(scenes)(
      '$name: axe finds nothing, in both themes, narrow and wide',
      async (scene) => {
        // The browser itself injects axe, past the page's own policy.
        const page = await stage().page({ bypassCSP: true });
        await scene.play(page, stage());
        await page.addScriptTag({ content: axe });

        for (const [colorScheme, width] of views) {
          await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
          await page.setViewportSize({ width, height: 844 });
          expect([colorScheme, width, await findings(page)]).toEqual([colorScheme, width, []]);
          expect([width, await overflows(page)]).toEqual([width, false]);
        }

        // Again at 320 px with the reader's own spacing, and in the reader's own colours, whose
        // contrast is the reader's choice.
        await page.setViewportSize({ width: 320, height: 844 });
        await page.addStyleTag({ content: spacing });
        expect(await overflows(page)).toBe(false);
        await page.emulateMedia({ forcedColors: 'active' });
        expect(await findings(page, { 'color-contrast': { enabled: false } })).toEqual([]);
        await page.context().close();
      },
    );
  });

  describe('the employer', () => {
    test('sets an accent and a logo, without a style in the markup', async () => {
      const page = await stage().page();
      const accent = { light: '#7a1f5c', dark: '#f0b6dc' };
      const logo = '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="32"/>';
      await page.route('**/brand.json', (route) =>
        route.fulfill({ json: { ...brand, accent, logo_url: '/logo.svg' } }),
      );
      await page.route('**/logo.svg', (route) =>
        route.fulfill({ contentType: 'image/svg+xml', body: logo }),
      );
      await page.goto((await stage().recruiter.invite()).url);
      const { button, reads } = candidateAt(page);
      await reads('Your interview for');
      const filled = () =>
        button('Start').evaluate((element) => getComputedStyle(element).backgroundColor);

      expect(await filled()).toBe('rgb(122, 31, 92)');
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await filled()).toBe('rgb(240, 182, 220)');
      await page.getByRole('img', { name: 'Example Clinics' }).waitFor();
      await page.context().close();
    });

    test('is not needed for the page to work', async () => {
      const page = await stage().page();
      await page.route('**/brand.json', (route) => route.fulfill({ status: 404 }));

      await page.goto((await stage().recruiter.invite()).url);
      await candidateAt(page).reads('Your interview for');

      await page.getByText('answer the message that brought you this link').waitFor();
      await page.context().close();
    });
  });

  describe('motion', () => {
    test('is off for those who prefer reduced motion', async () => {
      const page = await stage().page({ reducedMotion: 'reduce' });
      await candidateAt(page).start((await stage().recruiter.invite()).url);

      const moving = await page.evaluate(
        () =>
          [...document.querySelectorAll('*')].filter((element) => {
            const { transitionDuration, animationName } = getComputedStyle(element);
            return transitionDuration !== '0s' || animationName !== 'none';
          }).length,
      );

      expect(moving).toBe(0);
      await page.context().close();
    });
  });

  describe('a finger', () => {
    test('finds targets of 44 px, and no field makes the phone zoom', async () => {
      const page = await stage().page();
      await candidateAt(page).start((await stage().recruiter.invite()).url);
      await page.getByText('Sound options').click();

      const small = await page.evaluate(() =>
        [...document.querySelectorAll('button, select, textarea, summary, a, label.check')]
          .filter((element) => element.getClientRects().length > 0)
          .filter((element) => element.getBoundingClientRect().height < 43.5)
          .map((element) => element.outerHTML.slice(0, 80)),
      );
      const tiny = await page.evaluate(() =>
        [...document.querySelectorAll('select, textarea, input')]
          .filter((element) => Number.parseFloat(getComputedStyle(element).fontSize) < 16)
          .map((element) => element.outerHTML.slice(0, 80)),
      );

      expect(small).toEqual([]);
      expect(tiny).toEqual([]);
      await page.context().close();
    });
  });

  describe('paste', () => {
    test('is never blocked', async () => {
      const page = await stage().page({ permissions: ['clipboard-read', 'clipboard-write'] });
      const { start, answerBox } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);
      await page.evaluate(() => navigator.clipboard.writeText('Pasted words'));

      await answerBox().focus();
      await page.keyboard.press('Control+V');

      expect(await answerBox().inputValue()).toBe('Pasted words');
      await page.context().close();
    });
  });
};

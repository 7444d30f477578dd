import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { BrowserContextOptions, Page } from 'playwright-core';

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
const findings = async (page: Page, runOnly: object): Promise<string[]> =>
  page.evaluate(
    async (options) => {
      const { violations } = await window.axe.run(options);
      return violations.flatMap(({ id, nodes }) =>
        nodes.map(({ target, failureSummary }) => `${id} ${target.join(' ')}: ${failureSummary}`),
      );
    },
    { runOnly, resultTypes: ['violations'] },
  );

/** Whether a page has to be scrolled sideways. */
export const overflows = (page: Page) =>
  page.evaluate(() => {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth;
  });

/** The first words that are beyond the edge of the page. */
const beyond = (page: Page) =>
  page.evaluate(() => {
    const range = document.createRange();
    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (texts.nextNode()) {
      range.selectNodeContents(texts.currentNode);
      const edge = document.documentElement.clientWidth + 1;
      if (range.getBoundingClientRect().right > edge) return texts.currentNode.textContent ?? '';
    }
    return 'no text';
  });

const everything = { type: 'tag', values: tags };
const contrast = { type: 'rule', values: ['color-contrast'] };

/** Every theme and every layout: no colour depends on the width, and nothing else on the theme. */
const views = [
  ['light', 320, everything],
  ['dark', 390, contrast],
  ['light', 1280, everything],
] as const;

/** Spacing that a reader may set (WCAG 2.2, success criterion 1.4.12). */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-block-end: 2em !important; }`;
const ofReaders = ['html { font-size: 200%; }', `html { font-size: 100%; } ${spacing}`];

/** For a page whose looks are examined: axe and styles are put into it, past the page's own policy. */
export const forLooks: BrowserContextOptions = { bypassCSP: true };

/**
 * What axe finds on a page, in both themes, narrow and wide, and where it has to be scrolled sideways,
 * also with a reader's own size and spacing; a line each. The page is left at 320 px.
 */
export const faultsIn = async (page: Page): Promise<string[]> => {
  const faults: string[] = [];
  const isWide = async (what: string) => {
    if (await overflows(page)) {
      faults.push(`${what}: has to be scrolled sideways, for ${await beyond(page)}`);
    }
  };
  await page.addScriptTag({ content: axe });
  for (const [colorScheme, width, rules] of views) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 844 });
    const found = await findings(page, rules);
    faults.push(...found.map((fault) => `${colorScheme} ${width}: ${fault}`));
    await isWide(`${width}`);
  }
  await page.setViewportSize({ width: 320, height: 844 });
  for (const content of ofReaders) {
    const style = await page.addStyleTag({ content });
    await isWide(content);
    await style.evaluate((element) => element.parentNode?.removeChild(element));
  }
  return faults;
};

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { consoleScenes } from '../support/console-scenes/all.ts';
import { faultsIn, forLooks, overflows } from '../support/looks.ts';
import { lostInOwnColours } from '../support/own-colours.ts';
import { openStage, type Stage } from '../support/stage.ts';

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(() => stage?.close());

/** The widths at which a page has to be scrolled sideways once it is written from right to left. */
const overflowsMirrored = async (page: Page): Promise<number[]> => {
  const wide: number[] = [];
  await page.evaluate(() => document.documentElement.setAttribute('dir', 'rtl'));
  for (const width of [320, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    if (await overflows(page)) wide.push(width);
  }
  await page.evaluate(() => document.documentElement.removeAttribute('dir'));
  return wide;
};

describe.concurrent('every screen of the console', () => {
  test.for(consoleScenes)(
    '$name: axe finds nothing, and it keeps its form mirrored and in the reader’s own colours',
    async (scene) => {
      const page = await stage.page(forLooks);
      await scene.play(page, stage);

      expect(await faultsIn(page)).toEqual([]);
      expect(await overflowsMirrored(page)).toEqual([]);
      expect(await lostInOwnColours(page)).toEqual([]);
      await page.context().close();
    },
  );
});

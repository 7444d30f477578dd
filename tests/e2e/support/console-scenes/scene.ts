import type { Page } from 'playwright-core';
import { withChange } from '../candidate.ts';
import { openConsole } from '../console.ts';
import type { Stage } from '../stage.ts';

/** A state of the console, and the way to it. It makes what it shows: the table is everyone's. */
export interface ConsoleScene {
  name: string;
  play(page: Page, stage: Stage): Promise<void>;
}

const recruiter = { name: 'Sam Okafor', email: 'sam.okafor@example.com' };

/** Opens a screen as the recruiter of the mocks, in whose browser it is the moment of the mocks. */
export const openAsSam = async (page: Page, stage: Stage, path = '/'): Promise<void> => {
  await page.clock.setFixedTime('2026-11-25T14:05:00+01:00');
  await withChange(page, '**/api/auth/login/', (body) => ({ ...body, ...recruiter }));
  await openConsole(page, stage, path);
};

/** Answers requests for lists of this kind, such as `interviews`, with these items alone. */
export const withItems = <Item>(page: Page, kind: string, items: readonly Item[]) =>
  page.route(`**/api/${kind}/?*`, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    await route.fulfill({ json: { items, next_cursor: null } });
  });

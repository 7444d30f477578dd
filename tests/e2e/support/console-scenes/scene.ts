import type { BrowserContext, Page } from 'playwright-core';
import { withChange } from '../candidate.ts';
import { openConsole } from '../console.ts';
import type { Stage } from '../stage.ts';

/** A state of the console, and the way to it. It makes what it shows: the table is everyone's. */
export interface ConsoleScene {
  name: string;
  play(page: Page, stage: Stage): Promise<void>;
}

/** The recruiter of the mocks. */
export const sam = {
  user_id: '5f0c1b1e-0d6f-4a53-9a0e-6f4f0f6a2b11',
  name: 'Sam Okafor',
  email: 'sam.okafor@example.com',
};

type Opened = Pick<Stage, 'stack'>;

/** The login of the first scene of a stack, which the others go on with. */
const logins = new WeakMap<Opened['stack'], Awaited<ReturnType<BrowserContext['cookies']>>>();

/** Opens a screen with a login, at once where another scene has logged in before. */
export const openLoggedIn = async (page: Page, { stack }: Opened, path = '/'): Promise<void> => {
  const context = page.context();
  await context.addCookies(logins.get(stack) ?? []);
  await openConsole(page, { stack }, path);
  logins.set(stack, await context.cookies());
};

/** Opens a screen as the recruiter of the mocks, in whose browser it is the moment of the mocks. */
export const openAsSam = async (page: Page, stage: Opened, path = '/'): Promise<void> => {
  await page.clock.setFixedTime('2026-11-25T14:05:00+01:00');
  const whose = (body: object) => ({ ...body, ...sam });
  await withChange(page, '**/api/auth/{login,refresh}/', whose);
  await openLoggedIn(page, stage, path);
};

/** Answers requests for lists of this kind, such as `interviews`, with these items alone. */
export const withItems = <Item>(page: Page, kind: string, items: readonly Item[]) =>
  page.route(`**/api/${kind}/?*`, async (route) => {
    if (route.request().method() !== 'GET') return route.fallback();
    await route.fulfill({ json: { items, next_cursor: null } });
  });

import type { Page, Route } from 'playwright-core';

const api = '**/api/ai-interview/public';

/** The candidate endpoints as the page calls them. */
export const endpoint = {
  open: `${api}/open/`,
  start: `${api}/start/`,
  submit: `${api}/submit-response/`,
  complete: `${api}/complete/`,
  draft: `${api}/draft/`,
  help: `${api}/accommodation/`,
};

/** An answer of some length, as people give it. */
export const goodAnswer =
  'At Nordwind I designed the HTTP service for seat reservations in TypeScript. I decided to move it from nightly jobs to an event queue, because the double bookings came from the delay. First I modelled the data in PostgreSQL and read the plan of the slow query; then I added an index, and the response time fell from two seconds to forty milliseconds. I wrote automated tests before I shipped it, two colleagues reviewed the code, and I took the first turn on call. To the product manager, who does not program, I explained the trade-off with a drawing of the two queues. As a result double bookings fell from forty a week to none. I learnt to measure before I change anything.';

/** The actions of a person on the page, by the page's own labels. */
export const candidateAt = (page: Page) => {
  const heading = () => page.locator('h1');
  const button = (name: string | RegExp) => page.getByRole('button', { name });
  const reads = (text: string | RegExp) =>
    page.locator('h1', { hasText: text }).waitFor({ state: 'visible' });
  /** From the welcome, over the notice, to the first question. */
  const begin = async () => {
    await button('Start').click();
    await page.getByRole('checkbox').check();
    await button('Go to the first question').click();
    await page.locator('textarea').waitFor();
  };
  return {
    page,
    heading,
    button,
    /** Waits until the page's heading contains this text. */
    reads,
    status: (text: string | RegExp) =>
      page.getByRole('status').filter({ hasText: text }).first().waitFor(),
    open: async (url: string) => {
      await page.goto(url);
    },
    begin,
    start: async (url: string) => {
      await page.goto(url);
      await begin();
    },
    answerBox: () => page.locator('textarea'),
    send: async (text = goodAnswer) => {
      await page.locator('textarea').fill(text);
      await button('Send answer').click();
    },
    /** Answers and continues, so many times from this question on, until the evaluation is requested. */
    answerAll: async (count = 3, first = 1) => {
      for (let number = first; number < first + count; number++) {
        await page.locator('textarea').fill(`${number}. ${goodAnswer}`);
        await button('Send answer').click();
        await reads(`Answer ${number} of`);
        await button(/^(Next question|Finish)/).click();
      }
    },
  };
};

export type Candidate = ReturnType<typeof candidateAt>;

/** What a page hears when the person returns to its tab: it asks the server for the link's end. */
export const cameBack = (page: Page) =>
  page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));

/** Lets requests reach the server and holds back their responses until `release` is called. */
export const holdBack = async (page: Page, url: string) => {
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  await page.route(url, async (route: Route) => {
    const response = await route.fetch().catch(() => null);
    await released;
    if (response) await route.fulfill({ response }).catch(() => {});
  });
  return { release };
};

/** Changes the server's responses. */
export const withChange = (page: Page, url: string, change: (body: object) => object) =>
  page.route(url, async (route) => {
    // Null once the page is closed, which may poll until then.
    const response = await route.fetch().catch(() => null);
    const body = await response?.json().catch(() => null);
    if (response && body) await route.fulfill({ response, json: change(body) }).catch(() => {});
  });

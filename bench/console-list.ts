import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { ensureTable } from '../local/tables.ts';
import { withCommas } from '../shared/domain/plain-text.ts';
import { connectTable } from '../shared/table/client.ts';
import { openConsole } from '../tests/e2e/support/console.ts';
import { openStage } from '../tests/e2e/support/stage.ts';
import { interleaved } from './interleaved.ts';
import { manyInterviews, storeListed } from './many-interviews.ts';
import type { Bench, Measure } from './measure.ts';
import { withoutOutput } from './without-output.ts';

const few = 200;
const many = 20_000;
const perPage = 50;
const sought = { candidate_name: 'One Of Many', candidate_email: 'one.of.many@example.com' };
/** So long that what is shown until the list is there has been drawn. */
const slowAnswer = 500;
const rounds = { rounds: 12, warmUp: 2 };

type Size = typeof few | typeof many;

const store = async (name: string, count: Size) => {
  const table = connectTable(name);
  const [first, ...rest] = manyInterviews(count, Date.now());
  if (first) await storeListed(table, [{ ...first, ...sought }, ...rest]);
  table.client.destroy();
};

/** The console over a table with few interviews and one with many: lists are read from either. */
const openLists = async () => {
  const tableOfFew = 'interviews-few';
  const asked: { size: Size; isSlow: boolean } = { size: many, isSlow: false };
  const stage = await openStage({
    sweeps: false,
    onRequest: async (_service, operation, input, phase) => {
      const isList = operation === 'Query' && Object.hasOwn(Object(input), 'IndexName');
      if (!isList || phase === 'after') return;
      if (asked.size === few) Object.assign(Object(input), { TableName: tableOfFew });
      if (asked.isSlow) await pause(slowAnswer);
    },
  });
  await ensureTable(stage.stack.dynamodb.endpoint, tableOfFew);
  await store(tableOfFew, few);
  await store(stage.stack.names.table, many);
  const page = await stage.page({ viewport: { width: 1280, height: 800 } });
  await page.addInitScript(() => {
    const add = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries()) {
        const before = Number(Reflect.get(window, 'shifted') ?? 0);
        Reflect.set(window, 'shifted', before + Number(Reflect.get(entry, 'value')));
      }
    };
    Reflect.set(window, 'shifted', 0);
    new PerformanceObserver(add).observe({ type: 'layout-shift', buffered: true });
  });
  await openConsole(page, stage);
  return { page, asked, close: stage.close };
};

type Lists = Awaited<ReturnType<typeof openLists>>;

/** Reloads the page. @returns when the list can be used, in ms since the reload began */
const untilUsable = async (page: Page): Promise<number> => {
  await page.reload({ waitUntil: 'commit' });
  const usable = await page.waitForFunction((rows) => {
    const isThere = document.querySelectorAll('.list .who').length === rows;
    return isThere && document.querySelector('#find:enabled') ? performance.now() : null;
  }, perPage);
  return Number(await usable.jsonValue());
};

/** Finds one by its address. @returns how long that takes, in ms @throws if others are shown too */
const untilFound = async (page: Page): Promise<number> => {
  await untilUsable(page);
  await page.locator('#find').fill(sought.candidate_email);
  const began = await page.evaluate(() => performance.now());
  await page.locator('#find').press('Enter');
  const found = await page.waitForFunction((name) => {
    const rows = [...document.querySelectorAll('.list .who')];
    return rows.length === 1 && rows[0]?.textContent === name ? performance.now() : null;
  }, sought.candidate_name);
  await page.goBack();
  return Number(await found.jsonValue()) - began;
};

/** How much moves while a slow list is loaded and then scrolled to its end (Cumulative Layout Shift). */
const shiftOf = async ({ page, asked }: Lists): Promise<number> => {
  asked.isSlow = true;
  await untilUsable(page);
  asked.isSlow = false;
  await page.mouse.move(640, 400);
  const isAtEnd = () =>
    page.evaluate(() => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
  while (!(await isAtEnd())) {
    await page.mouse.wheel(0, 400);
    await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(drawn)));
  }
  return page.evaluate(() => Number(Reflect.get(window, 'shifted')));
};

const compared = async (
  what: string,
  { page, asked }: Lists,
  cost: (page: Page) => Promise<number>,
): Promise<Measure> => {
  const of = (size: Size) => () => {
    asked.size = size;
    return cost(page);
  };
  const took = await interleaved({ few: of(few), many: of(many) }, rounds);
  asked.size = many;
  return {
    what: `console, ${what}: out of ${withCommas(many)} ÷ out of ${few}`,
    value: took.many / took.few,
    unit: '×',
    gate: 1.5,
    reach: 1,
    basis: `${took.many.toFixed(0)} and ${took.few.toFixed(0)} ms in Chromium on this machine, with the embedded stack, the least of ${rounds.rounds}`,
  };
};

export const consoleList: Bench = {
  name: 'console-list',
  apart: true,
  about: 'the console’s list of interviews in a browser, out of few and out of many',
  measure: () =>
    withoutOutput(async () => {
      const lists = await openLists();
      try {
        return [
          await compared('until the list can be used', lists, untilUsable),
          await compared('finding one by e-mail', lists, untilFound),
          {
            what: `console, what moves while a list of ${withCommas(many)} is loaded and scrolled`,
            value: await shiftOf(lists),
            unit: 'CLS',
            gate: 0.01,
            reach: 0,
            basis: `the browser's own measure of layout shifts, with an answer that takes ${slowAnswer} ms`,
          },
        ];
      } finally {
        await lists.close();
      }
    }),
};

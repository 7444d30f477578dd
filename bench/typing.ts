import type { Page } from 'playwright-core';
import { candidateAt } from '../tests/e2e/support/candidate.ts';
import { openStage } from '../tests/e2e/support/stage.ts';
import { type Bench, median } from './measure.ts';
import { withoutOutput } from './without-output.ts';

const length = 18_000;
const texts = {
  Latin: 'I measured the service for seat reservations before I changed anything in it. ',
  Arabic: 'قست سرعة خدمة الحجوزات قبل أن أغير فيها أي شيء ثم كتبت الاختبارات. ',
};
type Script = keyof typeof texts;

/** A field of the same size with nothing around it, which is what the browser alone costs. */
const bare = (page: Page) =>
  page.evaluate(() => {
    const field = document.createElement('textarea');
    field.style.cssText = 'box-sizing:border-box;width:358px;height:70vh;font:17px/1.55 system-ui';
    document.body.append(field);
  });

/**
 * What a key at the end of a long text costs the page's own thread, in ms of its CPU time: from the
 * key to the drawn frame, the middle one of several. In CPU time, because the machine may be busy.
 */
const perKey = async (page: Page, script: Script): Promise<number> => {
  const field = page.locator('textarea');
  await field.fill(texts[script].repeat(length).slice(0, length));
  await field.press('Control+End');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const spent = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  };
  const costs: number[] = [];
  for (let key = 0; key < 24; key++) {
    const before = await spent();
    await page.keyboard.insertText(texts[script].charAt(0));
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    costs.push(1_000 * ((await spent()) - before));
  }
  return median(costs);
};

export const typing: Bench = {
  name: 'typing',
  apart: true,
  about: 'what a key costs in a long answer',
  measure: () =>
    withoutOutput(async () => {
      const stage = await openStage();
      try {
        const page = await stage.page();
        await candidateAt(page).start((await stage.recruiter.invite()).url);
        const alone = await stage.page();
        await bare(alone);
        const measures = [];
        for (const script of Object.keys(texts) as Script[]) {
          const [whole, plain] = [await perKey(page, script), await perKey(alone, script)];
          measures.push({
            what: `a key after ${length.toLocaleString('en')} characters, ${script}`,
            value: whole / plain,
            unit: '×' as const,
            gate: 1.75,
            reach: 1.2,
            basis: `the page's thread per key on the question's screen (${whole.toFixed(1)} ms) ÷ in a field of that size alone (${plain.toFixed(1)} ms); a phone at a quarter of this machine's speed takes four times as long`,
          });
        }
        return measures;
      } finally {
        await stage.close();
      }
    }),
};

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { buildWeb } from '../../../web/build.ts';
import { candidateAt, endpoint, holdBack, withChange } from '../support/candidate.ts';
import { faultsIn, forLooks, overflows } from '../support/looks.ts';
import { brand } from '../support/pages.ts';
import { scenes } from '../support/scenes.ts';
import type { Stage } from '../support/stage.ts';

export const looksCases = (stage: () => Stage) => {
  describe('every screen', () => {
    test.each(scenes)(
      '$name: axe finds nothing, in both themes, narrow and wide',
      async (scene) => {
        const page = await stage().page(forLooks);
        await scene.play(page, stage());

        expect(await faultsIn(page)).toEqual([]);
        await page.context().close();
      },
    );
  });

  describe('the employer', () => {
    test('sets an accent and a logo, without a style in the markup', async () => {
      const page = await stage().page();
      const accent = { light: '#7a1f5c', dark: '#f0b6dc' };
      const logo = '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="32"/>';
      const web = await mkdtemp(join(tmpdir(), 'talaro-branded-'));
      await buildWeb(web, { ...brand, accent, logo_url: '/logo.svg' });
      await page.route(/\/(?:interview\.html|assets\/.+)$/, (route) =>
        route.fulfill({ path: join(web, new URL(route.request().url()).pathname) }),
      );
      await page.route('**/logo.svg', (route) =>
        route.fulfill({ contentType: 'image/svg+xml', body: logo }),
      );
      const { token } = await stage().recruiter.invite();
      // A redirect is not routed.
      await page.goto(`${stage().stack.url}/interview.html#${token}`);
      const { button, reads } = candidateAt(page);
      await reads('Your interview:');
      const filled = () =>
        button('Start').evaluate((element) => getComputedStyle(element).backgroundColor);

      expect(await filled()).toBe('rgb(122, 31, 92)');
      await page.emulateMedia({ colorScheme: 'dark' });
      expect(await filled()).toBe('rgb(240, 182, 220)');
      await page.getByRole('img', { name: 'Example Clinics' }).waitFor();
      await page.context().close();
      await rm(web, { recursive: true });
    });

    test('is not needed for the page to work', async () => {
      const page = await stage().page();
      await withChange(page, '**/messages-*/*.json', (body) => ({ ...body, brand: null }));

      await page.goto((await stage().recruiter.invite()).url);
      await candidateAt(page).reads('Your interview:');

      await page.getByText('reply to the message that contained this link').waitFor();
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

  describe('the welcome', () => {
    const job_title = 'Senior Registered Nurse for the Acute Stroke Ward, Night Team';

    test('has Start in the first view of a phone, with a long title, in every language', async () => {
      const page = await stage().page();
      await page.goto((await stage().recruiter.invite({ job_title })).url);
      const start = page.locator('.primary');
      await start.waitFor();

      for (const language of ['en', 'de', 'es', 'fr', 'hi', 'ar']) {
        await page.locator('select').selectOption(language);
        await page.locator(`html[lang^=${language}]`).waitFor();
        const box = await start.boundingBox();
        expect([language, (box?.y ?? 844) + (box?.height ?? 0) <= 844]).toEqual([language, true]);
        expect([language, await overflows(page)]).toEqual([language, false]);
      }
      await page.context().close();
    });

    test('has one edge for header, text and footer, where reading begins', async () => {
      const page = await stage().page({ viewport: { width: 1280, height: 800 } });
      await page.goto((await stage().recruiter.invite({ job_title })).url);
      await page.locator('h1').waitFor();
      /** Where the texts begin, from the left or from the right. */
      const edges = (side: 'left' | 'right') =>
        page.evaluate(
          (edge) =>
            ['header', 'h1', 'dt', '.actions', 'footer'].map((selector) => {
              const range = document.createRange();
              range.selectNode(document.querySelector(selector)?.firstChild ?? document.body);
              return Math.round(range.getBoundingClientRect()[edge]);
            }),
          side,
        );

      const left = await edges('left');
      await page.locator('select').selectOption('ar');
      await page.locator('html[dir=rtl]').waitFor();
      const right = await edges('right');

      expect([...new Set(left)]).toHaveLength(1);
      expect([...new Set(right)]).toEqual([1280 - (left[0] ?? 0)]);
      await page.context().close();
    });
  });

  describe('in the reader’s own colours', () => {
    /** The colours near both ends of a row of pixels through the element’s middle. */
    const ends = async (page: Page, selector: string): Promise<string[]> => {
      const image = (await page.locator(selector).screenshot()).toString('base64');
      return page.evaluate(async (encoded) => {
        const bytes = Uint8Array.from(atob(encoded), (sign) => sign.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes]));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        return [0.1, 0.9].map(
          (share) =>
            context?.getImageData(bitmap.width * share, bitmap.height / 2, 1, 1).data.join() ?? '',
        );
      }, image);
    };

    test('progress, a problem, what is off and the focus are still seen', async () => {
      const page = await stage().page({ forcedColors: 'active' });
      const { start, send, button, reads } = candidateAt(page);
      const look = (selector: string) =>
        page.locator(selector).evaluate((element) => {
          const { color, borderTopWidth, outlineStyle, outlineWidth } = getComputedStyle(element);
          return { color, edge: borderTopWidth, ring: `${outlineWidth} ${outlineStyle}` };
        });
      await start((await stage().recruiter.invite()).url);
      await send();
      await reads('Answer 1 of 3');
      await button('Next question').click();

      const [done, open] = await ends(page, 'progress');
      const before = await look('textarea');
      const on = await look('.primary');
      await button('Send answer').click();
      await page.getByRole('alert').waitFor();
      await page.locator('textarea').focus();
      const wrong = await look('textarea');
      const problem = await look('.problem');
      await holdBack(page, endpoint.submit);
      await send();
      await page.locator('[aria-disabled=true]').waitFor();

      expect(done).not.toBe(open);
      expect([problem.edge, before.edge, wrong.edge]).toEqual(['1px', '1px', '2px']);
      expect(wrong.ring).toBe('3px solid');
      expect((await look('.primary')).color).not.toBe(on.color);
      await page.context().close();
    });
  });

  describe('a finger', () => {
    test('finds the buttons where they were when a status has appeared', async () => {
      const page = await stage().page();
      const { open, button, send, status, answerBox } = candidateAt(page);
      const places = () =>
        Promise.all(['Send answer', 'Back'].map((name) => button(name).boundingBox()));
      await open((await stage().recruiter.invite()).url);
      await button('Try a practice question').click();
      await answerBox().fill('Slowly, with rice.');
      const before = await places();

      await send('Slowly, with rice.');
      await status('was not sent anywhere');

      expect(await places()).toEqual(before);
      await page.context().close();
    });

    test('finds targets of 44 px, and no field makes the phone zoom', async () => {
      const page = await stage().page();
      const { open, button, begin } = candidateAt(page);
      const small: string[] = [];
      const measure = async () => {
        const found = await page.evaluate(() =>
          [...document.querySelectorAll('button, select, textarea, summary, footer a, label.check')]
            .filter((element) => element.getClientRects().length > 0)
            .filter((element) => element.getBoundingClientRect().height < 43.5)
            .map((element) => element.outerHTML.slice(0, 80)),
        );
        small.push(...found);
      };
      await open((await stage().recruiter.invite()).url);
      await button('Start').waitFor();

      await measure();
      await button('Start').click();
      await page.getByRole('checkbox').waitFor();
      await measure();
      await button('Back').click();
      await begin();
      await page.getByText('Sound options').click();
      await measure();
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

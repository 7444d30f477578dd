import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { candidateAt, endpoint, goodAnswer } from '../support/candidate.ts';
import { inMinutes } from '../support/recruiter.ts';
import type { Stage } from '../support/stage.ts';

/** Replaces every text, now and later, by nodes of its own, as a browser does that translates. */
const translateAll = () => {
  const replace = (text: Text) => {
    const parent = text.parentElement;
    if (!parent || !text.data.trim() || parent.closest('script, style, title, font')) return;
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    inner.textContent = text.data;
    outer.append(inner);
    text.replaceWith(outer);
  };
  const all = (root: Node) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const texts: Node[] = [root];
    while (walker.nextNode()) texts.push(walker.currentNode);
    for (const text of texts) if (text instanceof Text) replace(text);
  };
  new MutationObserver((changes) => {
    for (const { addedNodes, target, type } of changes) {
      for (const node of addedNodes) all(node);
      if (type === 'characterData') all(target);
    }
  }).observe(document, { subtree: true, childList: true, characterData: true });
};

/** What has the focus, and the ring around it. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const element = document.activeElement ?? document.body;
    const { outline, outlineOffset } = getComputedStyle(element);
    return { on: element.id || element.tagName, ring: `${outline} ${outlineOffset}` };
  });

export const readingAndFocusCases = (stage: () => Stage) => {
  describe('a browser that translates the page', () => {
    const translated = async () => {
      const page = await stage().page();
      const errors: Error[] = [];
      page.on('pageerror', (error) => errors.push(error));
      await page.addInitScript(translateAll);
      await page.clock.install();
      return { errors, ...candidateAt(page) };
    };

    test('shows the true state of saving and sending at each moment', async ({ expect }) => {
      const { page, errors, start, answerBox, button, reads, answerAll, send } = await translated();
      const says = () => page.locator('.save').innerText();
      const soon = { timeout: 20_000 };
      await start((await stage().recruiter.invite()).url);
      await answerBox().fill('Before the tunnel');
      await expect.poll(says, soon).toMatch(/^Saved \d+:\d+$/);

      await page.context().setOffline(true);
      await answerBox().fill('In the tunnel');
      await expect.poll(says, soon).toBe('Saved on this device only. Trying again automatically.');
      await send();
      await expect.poll(says, soon).toMatch(/^Not sent\./);
      await page.context().setOffline(false);
      await reads('Answer 1 of 3');
      expect(await page.locator('h1').innerText()).toBe('Answer 1 of 3 is saved');
      await button('Next question').click();
      await answerAll(2, 2);

      await reads('interview is complete');
      expect(await page.locator('font').count()).toBeGreaterThan(10);
      expect(errors).toEqual([]);
      await page.context().close();
    });

    test('shows the countdown go on', async () => {
      const { page, errors, open, reads } = await translated();
      const { url } = await stage().recruiter.invite({ starts_at: inMinutes(19) });
      await open(url);
      await reads('not open yet');
      const left = () => page.locator('.countdown').innerText();
      const before = await left();

      await page.clock.runFor(5_000);

      expect(await left()).toMatch(/^Time remaining: /);
      expect(await left()).not.toBe(before);
      expect(errors).toEqual([]);
      await page.context().close();
    });
  });

  describe('the focus', () => {
    test('is never lost, from the welcome to the end, by keyboard', async () => {
      const page = await stage().page();
      const { open, reads, button, answerBox, status } = candidateAt(page);
      const press = (name: string | RegExp) => button(name).press('Enter');
      const isOn = async (id: string) => expect((await focused(page)).on).toBe(id);
      const step = async (name: string | RegExp, heading: string | RegExp) => {
        await press(name);
        await reads(heading);
        await isOn('H1');
      };
      const { url } = await stage().recruiter.invite();
      await open(url);
      await reads('Your interview');
      await isOn('H1');

      await step('Try a practice question', 'Practice');
      await press('Continue with text only');
      await page.getByText('You chose text only').waitFor();
      await isOn('H1');
      await step('Back', 'Your interview');
      await step('Start', 'How AI is used');
      await page.getByRole('checkbox').press('Space');
      await press('Go to the first question');
      await answerBox().waitFor();
      await isOn('q');

      await press('Use sound after all');
      await button('Listen to the question').waitFor();
      await isOn('BUTTON');
      await step(/^More time/, 'More time or another format');
      await press('Back to the interview');
      await answerBox().waitFor();
      await isOn('q');
      await page.getByRole('combobox').first().focus();
      for (const [language, label] of [
        ['de', 'Ihre Antwort'],
        ['en', 'Your answer'],
      ] as const) {
        await page.getByRole('combobox').first().selectOption(language);
        await page.getByText(label, { exact: true }).waitFor();
        await isOn('SELECT');
      }

      await page.route(endpoint.submit, (route) => route.abort());
      await answerBox().fill(goodAnswer);
      await press('Send answer');
      await status('Not sent');
      await press('Try now');
      await status('Not sent');
      await isOn('BUTTON');
      await page.unroute(endpoint.submit);
      await step('Try now', 'Answer 1 of 3');
      await press('Next question');
      await answerBox().waitFor();
      await isOn('q');

      await page.route(
        endpoint.draft,
        async (route) => {
          const { question_id } = route.request().postDataJSON();
          const draft = { question_id, text: 'Typed elsewhere.', version: 90 };
          await route.fulfill({ status: 409, json: { code: 'draft_outdated', error: '', draft } });
        },
        { times: 1 },
      );
      await answerBox().fill('Typed here.');
      await reads('two texts');
      await isOn('H1');
      await button('Continue with this text').first().press('Enter');
      await answerBox().waitFor();
      await isOn('q');

      const other = await page.context().newPage();
      await other.goto(url);
      await other.getByRole('button', { name: 'Use this tab' }).press('Enter');
      await other.locator('textarea').waitFor();
      expect((await focused(other)).on).toBe('q');
      await reads('open in another tab');
      await isOn('H1');
      await candidateAt(other).answerAll(2, 2);
      await candidateAt(other).reads(/interview is complete/);
      expect((await focused(other)).on).toBe('H1');
      await page.context().close();
    });

    test('goes to the heading when what had it is gone from the screen', async ({ expect }) => {
      const page = await stage().page();
      await page.clock.install();
      const { open, reads, button } = candidateAt(page);
      await open((await stage().recruiter.invite({ starts_at: inMinutes(19) })).url);
      await reads('not open yet');
      await page.route(endpoint.open, (route) => route.abort());
      await page.clock.runFor(241_000);
      await button('Try now').focus();
      await page.unroute(endpoint.open);

      await button('Try now').press('Enter');

      await button('Try now').waitFor({ state: 'detached' });
      expect((await focused(page)).on).toBe('H1');
      await page.context().close();
    });

    test('has the same ring on a wrong field as on a right one, and stays where one types', async () => {
      const page = await stage().page();
      const { start, button, answerBox, status } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);
      const rings: string[] = [];
      const look = async () => rings.push((await focused(page)).ring);
      await page.keyboard.press('Tab');
      await look();
      await answerBox().focus();
      await look();
      expect(await answerBox().getAttribute('aria-invalid')).toBe(null);
      await button('Send answer').press('Enter');
      await page.getByRole('alert').waitFor();
      expect((await focused(page)).on).toBe('problem');
      await button('Write an answer before you send it').press('Enter');
      await look();
      expect(await answerBox().getAttribute('aria-invalid')).toBe('true');
      expect((await focused(page)).on).toBe('answer');

      await page.keyboard.type('abc');
      await page.keyboard.press('ArrowLeft');
      const place = await button('Send answer').boundingBox();
      await status(/^Saved \d/);
      expect(await button('Send answer').boundingBox()).toEqual(place);
      await page.keyboard.type('-');

      expect(await answerBox().inputValue()).toBe('ab-c');
      expect(rings[0]).toMatch(/solid 3px 2px$/);
      expect(new Set(rings).size).toBe(1);
      await page.context().close();
    });
  });
};

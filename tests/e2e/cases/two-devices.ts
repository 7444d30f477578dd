import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { candidateAt, endpoint, goodAnswer } from '../support/candidate.ts';
import type { Stage } from '../support/stage.ts';

const wide = { viewport: { width: 1280, height: 900 } };

/** The text of the copy that a button downloads. */
const copyFrom = async (page: Page, button: string | RegExp) => {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return readFile(await download.path(), 'utf8');
};

const shown = (page: Page, title: string) => page.getByRole('region', { name: title });

/** What the browser has focused, by its element's name. */
const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName);

export const twoDevicesCases = (stage: () => Stage) => {
  /** A phone and a laptop at the first question of the same interview. */
  const bothAtQuestion = async () => {
    const [phone, laptop] = [await stage().page(), await stage().page(wide)];
    const { url } = await stage().recruiter.invite();
    const [atPhone, atLaptop] = [candidateAt(phone), candidateAt(laptop)];
    await atPhone.start(url);
    await laptop.goto(url);
    await atLaptop.answerBox().waitFor();
    const close = () => Promise.all([phone.context().close(), laptop.context().close()]);
    return { phone, laptop, atPhone, atLaptop, close };
  };

  describe('two devices with different texts for one question', () => {
    test('that both send: the second sees both, and keeps its own to the end and after it', async () => {
      const { laptop, atPhone, atLaptop, close } = await bothAtQuestion();
      // Else its draft may find the answer before its own is sent.
      await laptop.route(endpoint.draft, (route) => route.abort());
      await atLaptop.answerBox().fill('Words of the laptop');
      await atPhone.send();
      await atPhone.reads('Answer 1 of 3 is saved');

      await atLaptop.button('Send answer').click();
      await atLaptop.reads('Question 1 was answered on another device');
      expect(await focused(laptop)).toBe('H1');
      await laptop.reload();
      await atLaptop.reads('Question 1 was answered on another device');
      expect(await shown(laptop, 'Typed here, not sent').textContent()).toContain('of the laptop');
      expect(await shown(laptop, 'The answer that counts').textContent()).toContain(goodAnswer);
      expect(await copyFrom(laptop, 'Download both texts')).toContain('Words of the laptop');
      for (const number of [2, 3]) {
        await atLaptop.button('Next question').click();
        await atLaptop.send(`${number}. ${goodAnswer}`);
        await atLaptop.reads(`Answer ${number} of 3`);
      }
      await atLaptop.button('Finish').click();
      await laptop.getByRole('button', { name: 'Download' }).waitFor();
      await laptop.reload();

      const copy = await copyFrom(laptop, 'Download');
      expect(copy).toContain('Typed and not sent: Words of the laptop');
      await close();
    });

    test('of which one is only typed: it is not lost in mid-word either', async () => {
      const { phone, atPhone, atLaptop, close } = await bothAtQuestion();
      await atLaptop.send();
      await atLaptop.reads('Answer 1 of 3 is saved');

      await atPhone.answerBox().fill('Words of the ph');

      await atPhone.reads('Question 1 was answered on another device');
      expect(await shown(phone, 'Typed here, not sent').textContent()).toContain('of the ph');
      await atPhone.button('Next question').click();
      await phone.getByText('Question 2 of 3').waitFor();
      expect(await atPhone.answerBox().inputValue()).toBe('');
      await close();
    });

    test('that neither has sent: the person chooses, and the other one is in the copy', async () => {
      const { phone, atPhone, atLaptop, close } = await bothAtQuestion();
      await atLaptop.answerBox().fill('Words of the laptop');
      await atLaptop.answerBox().pressSequentially(', and more');
      await atLaptop.status(/^Saved \d/);

      await atPhone.answerBox().fill('Words of the phone');
      await atPhone.reads('There are two texts');
      expect(await focused(phone)).toBe('H1');
      expect(await atPhone.button('Send answer').count()).toBe(0);
      expect(await copyFrom(phone, 'Download both texts')).toMatch(/of the phone.*and more/s);
      await shown(phone, 'On another device').getByRole('button').click();

      expect(await atPhone.answerBox().inputValue()).toBe('Words of the laptop, and more');
      expect(await focused(phone)).toBe('H1');
      await atPhone.status(/^Saved \d/);
      await phone.route(endpoint.submit, (route) => route.abort());
      await atPhone.button('Send answer').click();
      expect(await copyFrom(phone, 'Download my answers')).toContain(
        'Typed and not sent: Words of the phone',
      );
      await close();
    });
  });
};

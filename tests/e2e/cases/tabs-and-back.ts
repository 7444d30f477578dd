import { describe, expect, test } from 'vitest';
import { candidateAt } from '../support/candidate.ts';
import type { Stage } from '../support/stage.ts';

export const tabsAndBackCases = (stage: () => Stage) => {
  describe('a second tab', () => {
    test('waits, takes over with the newest text, and gives it back when it is closed', async () => {
      const first = await stage().page();
      const { url } = await stage().recruiter.invite();
      const one = candidateAt(first);
      await one.start(url);
      await one.answerBox().fill('Begun in the first tab');
      const second = await first.context().newPage();
      const two = candidateAt(second);

      await two.open(url);
      await two.reads('open in another tab');
      await two.button('Use this tab').click();
      await two.answerBox().waitFor();
      await one.reads('open in another tab');
      expect(await two.answerBox().inputValue()).toBe('Begun in the first tab');
      await two.answerBox().fill('Continued in the second');
      await second.close();

      await one.answerBox().waitFor();
      expect(await one.answerBox().inputValue()).toBe('Continued in the second');
      await first.context().close();
    });

    test('with the new link opens it, although the first still shows that its own was replaced', async () => {
      const first = await stage().page();
      const { recruiter } = stage();
      const { url, interview_id } = await recruiter.invite();
      const one = candidateAt(first);
      await one.start(url);
      await one.answerBox().fill('Half of the answer');
      const replaced = await recruiter.replaceLink(interview_id);
      await one.button('Send answer').click();
      await one.reads('This link was replaced');
      const second = await first.context().newPage();
      const two = candidateAt(second);

      await two.open(replaced.url);
      await two.answerBox().waitFor();

      expect(await two.answerBox().inputValue()).toBe('Half of the answer');
      await first.context().close();
    });
  });

  describe('Back', () => {
    test('stays inside, with what was typed, and leaves the link as it is', async () => {
      const page = await stage().page();
      const { open, start, reads, button, answerBox } = candidateAt(page);
      const { url, token } = await stage().recruiter.invite();
      const message = () => page.locator('#message');
      await page.goto('about:blank');
      await open(url);
      await reads('Your interview');
      const entries = await page.evaluate(() => history.length);

      await button('Try a practice question').click();
      await answerBox().fill('Slowly, with rice.');
      await button('More time or another format').click();
      await message().fill('Twenty minutes');
      await page.goBack();
      await reads('Practice');
      expect(await answerBox().inputValue()).toBe('Slowly, with rice.');
      await page.goBack();
      await reads('Your interview');
      await page.goForward();
      await reads('Your interview');
      await button('Start').click();
      await reads('How AI is used');
      await page.goBack();
      await reads('Your interview');
      await button('More time or another format').click();
      expect(await message().inputValue()).toBe('Twenty minutes');
      await button('Back to the interview').click();
      await button('Try a practice question').click();
      expect(await answerBox().inputValue()).toBe('Slowly, with rice.');
      await page.reload();
      await reads('Your interview');
      await start(page.url());
      await answerBox().fill('A first sentence');
      await page.goBack();

      expect(await answerBox().inputValue()).toBe('A first sentence');
      expect(new URL(page.url()).hash).toBe(`#${token}`);
      expect(await page.evaluate(() => history.length)).toBeLessThanOrEqual(entries + 2);
      await page.context().close();
    });
  });
};

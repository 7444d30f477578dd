import { describe, expect, test } from 'vitest';
import { candidateAt, endpoint, goodAnswer, holdBack } from '../support/candidate.ts';
import type { Stage } from '../support/stage.ts';

const second = 1_000;

export const slowAiCases = (stage: () => Stage) => {
  /** Sends an answer that the server stores while its feedback is held back. */
  const waiting = async () => {
    const page = await stage().page();
    await page.clock.install();
    const candidate = candidateAt(page);
    const { url, token } = await stage().recruiter.invite();
    await candidate.start(url);
    const held = await holdBack(page, endpoint.submit);
    await candidate.send();
    const isStored = async () => {
      const opened = await stage().recruiter.asCandidate('open', { link_token: token });
      return opened.answered_questions === 1;
    };
    await expect.poll(isStored, { timeout: 10_000 }).toBe(true);
    return { ...candidate, release: held.release };
  };

  describe('slow AI', () => {
    test('of 10 seconds: the page says what it does, then that the answer is saved', async () => {
      const { page, status, release, reads } = await waiting();

      await page.clock.runFor(second);
      await status('Reading your answer');
      await page.clock.runFor(9 * second);
      await status('Taking longer than usual. Your answer is saved.');
      release();

      await reads('Answer 1 of 3 is saved');
      await page.getByText('A tip for your next answer').waitFor();
      await page.context().close();
    });

    test('of 40 seconds: the interview continues without it', async () => {
      const { page, status, release, reads, button, answerBox } = await waiting();

      await page.clock.runFor(10 * second);
      await status('Your answer is saved');
      await page.clock.runFor(10 * second);
      await reads('Answer 1 of 3 is saved');
      await button('Next question').click();
      await answerBox().fill(goodAnswer);
      release();
      await page.clock.runFor(20 * second);

      expect(await page.locator('#step').textContent()).toBe('Question 2 of 3');
      expect(await answerBox().inputValue()).toBe(goodAnswer);
      await page.context().close();
    });

    test('that never answers: the request is abandoned and the interview continues', async () => {
      const { page, reads, button, answerBox, status } = await waiting();

      await page.clock.runFor(10 * second);
      await status('Your answer is saved');
      await page.clock.runFor(60 * second);
      await reads('Answer 1 of 3 is saved');
      await button('Next question').click();

      await answerBox().waitFor();
      expect(await page.locator('#step').textContent()).toBe('Question 2 of 3');
      await page.context().close();
    });

    test('that has not even received the answer: nothing is claimed, nothing is lost', async () => {
      const page = await stage().page();
      await page.clock.install();
      const { start, send, status, answerBox } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);
      await page.route(endpoint.submit, () => {});

      await send();
      await page.clock.runFor(10 * second);
      await status('Your answer stays here until it has arrived');

      expect(await answerBox().inputValue()).toBe(goodAnswer);
      await page.context().close();
    });
  });

  describe('a late evaluation', () => {
    test('appears automatically; until then the page may be closed', async () => {
      const page = await stage().page();
      const { start, answerAll, reads } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);
      await page.route(endpoint.complete, async (route) => {
        const response = await route.fetch();
        const body = { ...(await response.json()), status: 'evaluating', score: null };
        await route.fulfill({ response, json: body });
      });

      await answerAll();
      await page.getByText('You can close this page').waitFor();

      // Folded if it is low.
      await page.getByText(/\d+ out of 100/).waitFor({ state: 'attached' });
      await reads(/interview is complete/);
      await page.context().close();
    });
  });
};

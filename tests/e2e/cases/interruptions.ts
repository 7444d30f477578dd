import { describe, expect, test } from 'vitest';
import { candidateAt, endpoint, goodAnswer } from '../support/candidate.ts';
import type { Stage } from '../support/stage.ts';

const minute = 60_000;

export const interruptionCases = (stage: () => Stage) => {
  describe('the network', () => {
    test('gone for a minute while an answer is sent: it arrives once, automatically', async () => {
      const page = await stage().page();
      await page.clock.install();
      const { start, send, status, reads } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);
      let arrived = 0;
      page.on('response', (response) => {
        if (response.url().includes('submit-response') && response.ok()) arrived++;
      });

      await page.context().setOffline(true);
      await send();
      await status('Not sent');
      await page.clock.runFor(minute);
      expect(await page.locator('textarea').inputValue()).toBe(goodAnswer);
      await page.context().setOffline(false);

      await reads('Answer 1 of 3 is saved');
      expect(arrived).toBe(1);
      await page.context().close();
    });

    test('gone while typing: the page says where the text is, and sends it once it is back', async () => {
      const page = await stage().page();
      const { start, answerBox, status } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);

      await page.context().setOffline(true);
      await answerBox().fill('In the tunnel');
      await status('Saved on this device only');
      await page.context().setOffline(false);

      await status(/^Saved \d/);
      await page.context().close();
    });

    test('that stays away still lets the answers be downloaded', async () => {
      const page = await stage().page();
      const { start, send, button, status } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);
      await page.context().setOffline(true);
      await send();
      await status('Not sent');

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button('Download my answers').click(),
      ]);

      expect(download.suggestedFilename()).toBe('interview.txt');
      await page.context().close();
    });

    test('that loses the server’s response does no harm: the retry finds the answer stored', async () => {
      const page = await stage().page();
      const { start, send, reads } = candidateAt(page);
      const { url, token } = await stage().recruiter.invite();
      await start(url);
      let lost = 0;
      await page.route(endpoint.submit, async (route) => {
        const response = await route.fetch();
        if (lost++ === 0) await route.abort();
        else await route.fulfill({ response });
      });

      await send();
      await reads('Answer 1 of 3 is saved');

      const opened = await stage().recruiter.asCandidate('open', { link_token: token });
      expect(opened.answered_questions).toBe(1);
      await page.context().close();
    });
  });

  describe('a text that is too long', () => {
    test('is said to be not saved, and is saved once it is short enough', async () => {
      const page = await stage().page();
      const { start, answerBox, status } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);
      await answerBox().fill('A beginning');
      await status(/^Saved \d/);

      await answerBox().fill('x'.repeat(25_000));
      await status('Not saved: the text is too long');
      await page.setViewportSize({ width: 1280, height: 900 });
      expect(await page.getByText(/^Saved \d/).count()).toBe(0);
      await answerBox().fill('x'.repeat(10_000));

      await status(/^Saved \d/);
      await page.reload();
      await answerBox().waitFor();
      expect((await answerBox().inputValue()).length).toBe(10_000);
      await page.context().close();
    });
  });

  describe('a browser that stores nothing', () => {
    test('says so and works: no error, and the answer arrives', async () => {
      const page = await stage().page();
      const errors: string[] = [];
      page.on('pageerror', (error) => errors.push(String(error)));
      page.on('console', (message) => errors.push(message.text()));
      await page.addInitScript(() => {
        for (const name of ['localStorage', 'indexedDB']) {
          const get = () => {
            throw new DOMException('denied', 'SecurityError');
          };
          Object.defineProperty(window, name, { get });
        }
      });
      const { start, answerBox, status, send, reads } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);

      await answerBox().pressSequentially('I');
      await status('Not saved yet. Keep this page open.');
      await status(/^Saved \d/);
      await send();
      await reads('Answer 1 of 3 is saved');

      expect(errors).toEqual([]);
      await page.context().close();
    });
  });

  describe('the link, replaced in the middle of an answer', () => {
    test('is reported; the new one continues at the same question with the same text', async () => {
      const page = await stage().page();
      const { start, answerBox, reads, button, send, open } = candidateAt(page);
      const { url, interview_id } = await stage().recruiter.invite();
      await start(url);
      await send();
      await reads('Answer 1 of 3');
      await button('Next question').click();
      await answerBox().fill('Half of the second answer');
      const replaced = await stage().recruiter.replaceLink(interview_id);

      await button('Send answer').click();
      await reads('This link was replaced');
      await button('Download my answers').waitFor();
      await open(replaced.url);
      await answerBox().waitFor();

      expect(await page.locator('#step').textContent()).toBe('Question 2 of 3');
      expect(await answerBox().inputValue()).toBe('Half of the second answer');
      await page.context().close();
    });
  });

  describe('a reload', () => {
    test('in each state returns to it', async () => {
      const page = await stage().page();
      const { open, reads, begin, button, answerBox, send } = candidateAt(page);
      const again = async (heading: string | RegExp) => {
        await page.reload();
        await reads(heading);
      };
      await open((await stage().recruiter.invite()).url);
      await reads('Your interview:');

      await again('Your interview:');
      await begin();
      await answerBox().fill('Typed before the reload');
      await again(/\w/);
      expect(await answerBox().inputValue()).toBe('Typed before the reload');
      await send();
      await reads('Answer 1 of 3');
      await again('Answer 1 of 3 is saved');
      await button('Next question').click();
      await page.getByText('Question 2 of 3').waitFor();
      expect(await answerBox().inputValue()).toBe('');
      for (const number of [2, 3]) {
        await send(`${number}. ${goodAnswer}`);
        await reads(`Answer ${number} of 3`);
        if (number === 2) await button('Next question').click();
      }
      await again('Answer 3 of 3 is saved');
      await button('Finish').click();
      await reads('Your interview is complete');
      await again('Your interview is complete');
      await page.context().close();
    });
  });

  describe('another device', () => {
    test('continues with what has reached the server', async () => {
      const phone = await stage().page();
      const { url } = await stage().recruiter.invite();
      const atPhone = candidateAt(phone);
      await atPhone.start(url);
      await atPhone.answerBox().fill('Begun on the phone');
      await atPhone.status(/^Saved \d/);
      const laptop = await stage().page({ viewport: { width: 1280, height: 900 } });

      await laptop.goto(url);
      await candidateAt(laptop).answerBox().waitFor();

      expect(await candidateAt(laptop).answerBox().inputValue()).toBe('Begun on the phone');
      await phone.context().close();
      await laptop.context().close();
    });

    test('also has the last words, typed just before the page was left', async () => {
      const phone = await stage().page();
      const { url } = await stage().recruiter.invite();
      await candidateAt(phone).start(url);
      await candidateAt(phone).answerBox().fill('Typed, and the page left at once');
      await phone.goto('about:blank');
      const laptop = await stage().page();
      const seen = async () => {
        await laptop.goto(url);
        await candidateAt(laptop).answerBox().waitFor();
        return candidateAt(laptop).answerBox().inputValue();
      };

      await expect.poll(seen, { timeout: 15_000 }).toBe('Typed, and the page left at once');
      await phone.context().close();
      await laptop.context().close();
    });
  });

  describe('an hour of idling', () => {
    test('changes nothing', async () => {
      const page = await stage().page();
      await page.clock.install();
      const { start, answerBox, send, reads } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);
      await answerBox().fill(goodAnswer);

      await page.clock.runFor(60 * minute);

      expect(await answerBox().inputValue()).toBe(goodAnswer);
      await send();
      await reads('Answer 1 of 3 is saved');
      await page.context().close();
    });
  });
};

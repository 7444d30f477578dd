import { describe, expect, test } from 'vitest';
import { candidateAt, endpoint, withChange } from '../support/candidate.ts';
import type { Stage } from '../support/stage.ts';

const silence = (body: object) => ({
  ...body,
  ...('questions' in body &&
    Array.isArray(body.questions) && {
      questions: body.questions.map((question: object) => ({ ...question, audio_url: null })),
    }),
});

export const soundCases = (stage: () => Stage) => {
  describe('sound', () => {
    test('plays, pauses and replays, and never starts automatically', async () => {
      const page = await stage().page();
      const requests: string[] = [];
      page.on('request', (request) => requests.push(request.url()));
      const { start, button } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);
      const unasked = requests.filter((url) => url.includes('/media/'));

      await button('Listen to the question').click();
      await button('Pause').click();
      await button('Listen again').click();
      await button('Pause').waitFor();

      expect(unasked).toEqual([]);
      await page.context().close();
    });

    test('starts within the click that leads to the question if autoplay is on', async () => {
      const page = await stage().page();
      const { start, button, send, reads } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);
      await page.getByText('Sound options').click();
      await page.getByLabel('Play each question automatically').check();
      await send();
      await reads('Answer 1 of 3');

      await button('Next question').click();

      await button('Pause').waitFor();
      await page.context().close();
    });

    test.each([
      ['is missing', 404],
      ['is broken', 200],
    ])('that %s costs one sentence and nothing else', async (_how, status) => {
      const page = await stage().page();
      await page.route('**/media/**', (route) =>
        route.fulfill({ status, contentType: 'audio/mpeg', body: 'no sound' }),
      );
      const { start, button, send, reads } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);

      await button('Listen to the question').click();
      await page.getByText('The sound cannot be played').waitFor();
      await send();

      await reads('Answer 1 of 3 is saved');
      await page.context().close();
    });

    test('that the browser blocks costs one sentence and nothing else', async () => {
      const page = await stage().page();
      await page.addInitScript(() => {
        HTMLMediaElement.prototype.play = () =>
          Promise.reject(new DOMException('not now', 'NotAllowedError'));
      });
      const { start, button, send, reads } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);

      await button('Listen to the question').click();
      await page.getByText('Your browser blocked the sound').waitFor();
      await send();

      await reads('Answer 1 of 3 is saved');
      await page.context().close();
    });

    test('that was never recorded leaves no trace', async () => {
      const page = await stage().page();
      await withChange(page, endpoint.start, silence);
      const { start, button } = candidateAt(page);

      await start((await stage().recruiter.invite()).url);

      expect(await button(/Listen|sound/i).count()).toBe(0);
      await page.context().close();
    });

    test('is tested in the practice, or left off for the whole interview', async () => {
      const page = await stage().page();
      const { open, button, begin } = candidateAt(page);
      await open((await stage().recruiter.invite()).url);

      await button('Try a practice question').click();
      await button('Continue with text only').click();
      await page.getByText('You chose text only').waitFor();
      await button('Back').click();
      await begin();

      expect(await button('Listen to the question').count()).toBe(0);
      await button('Use sound after all').click();
      await button('Listen to the question').waitFor();
      await page.context().close();
    });
  });
};

import { describe, expect, test } from 'vitest';
import { candidateAt } from '../support/candidate.ts';
import type { Stage } from '../support/stage.ts';

export const languageCases = (stage: () => Stage) => {
  describe('the language', () => {
    test.each([
      ['de-DE', 'Ihr Interview: ', 'ltr'],
      ['es-MX', 'Su entrevista: ', 'ltr'],
      ['fr-FR', 'Votre entretien : ', 'ltr'],
      ['hi-IN', 'आपका इंटरव्यू: ', 'ltr'],
      ['ar-EG', 'مقابلتك: \u2068', 'rtl'],
    ])('of the page is that of an interview in %s', async (language, heading, direction) => {
      const page = await stage().page();
      const asked: string[] = [];
      page.on('request', (request) => {
        if (request.url().includes('/assets/messages-')) asked.push(request.url().slice(-7));
      });

      await page.goto((await stage().recruiter.invite({ language })).url);
      await candidateAt(page).reads(heading);

      const html = page.locator('html');
      expect(await html.getAttribute('lang')).toBe(language);
      expect(await html.getAttribute('dir')).toBe(direction);
      // The browser's language first, until the interview is known; then the interview's.
      expect(asked).toEqual(
        ['en.json', `${language.slice(0, 2)}.json`].map((name) => `/${name}`.slice(-7)),
      );
      expect(
        await page.evaluate(
          () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
        ),
      ).toBe(true);
      await page.context().close();
    });

    test('can be changed for the page, which keeps the text and remembers the choice', async () => {
      const page = await stage().page();
      const { start, answerBox, status } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);
      await answerBox().fill('Typed in English');
      await status(/^Saved/);

      await page.getByLabel('Language').selectOption('fr');
      await page.getByRole('button', { name: 'Envoyer la réponse' }).waitFor();
      expect(await answerBox().inputValue()).toBe('Typed in English');
      // The question stays in the interview's language and is marked with it.
      expect(await page.locator('h1').getAttribute('lang')).toBe('en-US');
      await page.reload();

      await page.getByRole('button', { name: 'Envoyer la réponse' }).waitFor();
      await page.context().close();
    });
  });
};

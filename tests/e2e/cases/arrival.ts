import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { currentNotice } from '../../../shared/domain/notice/versions.ts';
import { candidateAt, endpoint } from '../support/candidate.ts';
import { inMinutes } from '../support/recruiter.ts';
import type { Stage } from '../support/stage.ts';

const hour = 3_600_000;

export const arrivalCases = (stage: () => Stage) => {
  test('says without JavaScript what is missing and whom to ask, in six languages at once', async () => {
    const page = await stage().page({ javaScriptEnabled: false });

    await page.goto((await stage().recruiter.invite()).url);
    const shown = page.locator('p, h1, a').filter({ visible: true });
    const boxes = await Promise.all((await shown.all()).map((each) => each.boundingBox()));
    const texts = await shown.allTextContents();

    for (const code of ['en', 'de', 'es', 'fr', 'hi']) {
      expect(await page.locator(`p[lang=${code}]:not([dir])`).count()).toBe(1);
    }
    expect(await page.locator('p[lang=ar][dir=rtl]').count()).toBe(1);
    expect(texts).toContain('jobs@example.com');
    expect(texts).not.toContain('Opening your interview');
    // All of it is in the first view of a phone.
    expect(Math.max(...boxes.map((box) => (box ? box.y + box.height : 844)))).toBeLessThan(844);
    await page.context().close();
  });

  describe('too early', () => {
    test.each([-hour, 0, hour])('opens itself, with the clock %i ms wrong', async (wrong) => {
      const page = await stage().page();
      await page.clock.install({ time: Date.now() + wrong });
      const { open, reads } = candidateAt(page);
      // The door opens a quarter of an hour before the start.
      const opens = Date.now() + 4_000;
      const starts_at = new Date(opens + 15 * 60_000).toISOString();

      await open((await stage().recruiter.invite({ starts_at })).url);
      await reads('not open yet');
      const shown = await page.locator('.countdown strong').textContent();
      await reads('Your interview:');

      expect(Number.parseInt(shown ?? '', 10)).toBeLessThanOrEqual(5);
      expect(Date.now()).toBeGreaterThanOrEqual(opens);
      await page.context().close();
    });

    test('offers a calendar file without the link in it', async () => {
      const page = await stage().page();
      const { open, button } = candidateAt(page);
      const { url, token } = await stage().recruiter.invite({ starts_at: inMinutes(600) });
      await open(url);

      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button('Add to calendar').click(),
      ]);
      const file = (await readFile(await download.path(), 'utf8')).replaceAll('\r\n ', '');

      expect(file).toMatch(/^BEGIN:VCALENDAR\r\n/);
      expect(file).toContain('SUMMARY:Interview – Backend Engineer – Example Clinics');
      expect(file).not.toContain(token.slice(0, 20));
      await page.context().close();
    });

    test('shows the time in the candidate’s own zone, by name', async () => {
      const page = await stage().page({ timezoneId: 'Asia/Kolkata' });
      const starts_at = new Date(Date.now() + 48 * hour);
      starts_at.setUTCHours(9, 0, 0, 0);

      await page.goto((await stage().recruiter.invite({ starts_at: starts_at.toISOString() })).url);
      await candidateAt(page).reads('not open yet');

      const facts = await page.locator('dl').textContent();
      expect(facts).toContain('14:30');
      expect(facts).toContain('India Standard Time');
      await page.context().close();
    });
  });

  describe('a link that does not open', () => {
    test('because it is not one of our links shows nobody’s data', async () => {
      const page = await stage().page();
      const { url } = await stage().recruiter.invite({ candidate_name: 'Robin Quill' });

      await page.goto(url.replace(/.\/$/, '/'));
      await candidateAt(page).reads('This link does not work');

      const text = await page.locator('body').textContent();
      expect(text).toContain('jobs@example.com');
      expect(text).not.toContain('Robin');
      expect(text).not.toContain('Backend');
      await page.context().close();
    });

    test('because it was cancelled says so', async () => {
      const page = await stage().page();
      const { interview_id, url } = await stage().recruiter.invite();
      await stage().recruiter.cancel(interview_id);

      await page.goto(url);

      await candidateAt(page).reads('This interview was canceled');
      await page.context().close();
    });

    test('and another one pasted over it is read', async () => {
      const page = await stage().page();
      const { open, reads } = candidateAt(page);
      const { url, token } = await stage().recruiter.invite();
      await open(url.replace(/.\/$/, '/'));
      await reads('This link does not work');

      await page.evaluate((fragment) => {
        location.hash = fragment;
      }, token);

      await reads('Your interview:');
      await page.context().close();
    });
  });

  describe('the notice', () => {
    test('is read and accepted before the first question, with its version', async () => {
      const page = await stage().page();
      const { open, button, reads, answerBox } = candidateAt(page);
      await open((await stage().recruiter.invite()).url);

      await button('Start').click();
      await reads('How AI is used');
      await button('Go to the first question').click();
      await page.getByRole('alert').waitFor();
      const described = await page.getByRole('checkbox').getAttribute('aria-describedby');
      const beside = await page.locator(`#${described}`).textContent();
      await page.getByRole('checkbox').check();
      const [request] = await Promise.all([
        page.waitForRequest(endpoint.start),
        button('Go to the first question').click(),
      ]);
      await answerBox().waitFor();

      expect(beside).toBe('Error:Confirm that you have read how AI is used');
      expect(request.postDataJSON()).toMatchObject({ notice_version: currentNotice });
      await page.context().close();
    });
  });
};

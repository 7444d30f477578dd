import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { cameBack, candidateAt, endpoint, withChange } from '../support/candidate.ts';
import type { Stage } from '../support/stage.ts';

const minute = 60_000;
const widths = [390, 1280];

export const linkEndCases = (stage: () => Stage) => {
  describe('the end of the link', () => {
    test('is announced at ten and at two minutes, keeps the text, and can be moved', async () => {
      const page = await stage().page();
      await page.clock.install();
      const { start, answerBox, status, reads, button } = candidateAt(page);
      const { recruiter } = stage();
      const { url, interview_id } = await recruiter.invite();
      const seen = async () => {
        for (const width of widths) {
          await page.setViewportSize({ width, height: 844 });
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          expect(wide).toBeLessThanOrEqual(width);
        }
      };
      await start(url);
      await answerBox().fill('I had begun to');

      // The page learns of a moved end when it asks before the notice.
      await recruiter.endIn(interview_id, 9.9);
      await page.clock.runFor(170 * minute);
      await status(/(9|10) minutes/);
      await seen();
      await recruiter.endIn(interview_id, 1.9);
      await page.clock.runFor(8 * minute);
      await status(/[12] minutes?/);
      await answerBox().pressSequentially(' explain it');
      await button('Ask for more time').click();
      expect(await page.getByRole('radio', { name: 'More time' }).isChecked()).toBe(true);
      await page.locator('#message').fill('Half an');
      await recruiter.endIn(interview_id, -1);
      const refused = page.waitForResponse((response) => response.status() === 403);
      await page.clock.runFor(2 * minute);

      // Neither the end nor anything else interrupts the request, which can still be sent.
      await refused;
      await page.keyboard.type(' hour');
      expect(await page.locator('#message').inputValue()).toBe('Half an hour');
      await button('Send request').click();
      await status('Your request is saved');
      await button('Back to the interview').click();
      await reads('Your text is kept');
      await page.getByText('I had begun to explain it').waitFor();
      await seen();
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        button('Download my answers').click(),
      ]);
      expect(await readFile(await download.path(), 'utf8')).toContain('I had begun to explain it');

      await recruiter.endIn(interview_id, 60);
      await cameBack(page);
      await answerBox().waitFor();
      expect(await answerBox().inputValue()).toBe('I had begun to explain it');
      await page.context().close();
    });

    test('is told afterwards too: the text on its own device, the rest on every one', async () => {
      const page = await stage().page();
      const { start, answerBox, status, reads, button } = candidateAt(page);
      const { recruiter } = stage();
      const { url, interview_id } = await recruiter.invite();
      await start(url);
      await answerBox().fill('Typed in time');
      await status(/^Saved \d/);
      await recruiter.endIn(interview_id, -5);

      await page.reload();
      await reads('Your text is kept');
      await page.getByText('Typed in time').waitFor();
      await page.getByText('Visible to Example Clinics as typed and not sent').waitFor();

      const other = await stage().page();
      const change = { status: 'in_progress', unsent_questions: [1] };
      await withChange(other, endpoint.open, (body) => ({ ...body, ...change }));
      await other.goto(url);
      await candidateAt(other).reads('The time for this link is over');
      await other.getByText('Questions: 1').waitFor();
      change.status = 'completed';
      await other.reload();
      await other.getByText('Your interview is complete').waitFor();
      expect(await candidateAt(other).button('Ask for more time').count()).toBe(0);
      expect(await button('Ask for more time').count()).toBe(1);
      await page.context().close();
      await other.context().close();
    });
  });
};

import { describe, expect, test } from 'vitest';
import { candidateAt, goodAnswer } from '../support/candidate.ts';
import type { Stage } from '../support/stage.ts';

export const privacyCases = (stage: () => Stage) => {
  describe('a whole interview', () => {
    test('leaves its token and its words only where they belong', async () => {
      const page = await stage().page();
      const seen: Promise<{ url: string; referer: string | null }>[] = [];
      const complaints: string[] = [];
      page.on('request', (request) => {
        const url = request.url();
        seen.push(request.headerValue('referer').then((referer) => ({ url, referer })));
      });
      page.on('console', (message) => complaints.push(message.text()));
      page.on('pageerror', (error) => complaints.push(error.message));
      const { start, answerAll, reads, button } = candidateAt(page);
      const { url, token } = await stage().recruiter.invite();

      await start(url);
      await button('Listen to the question').click();
      await answerAll();
      await reads('Your interview is complete');

      // What is asked for from now on could not be waited for: the page closes.
      page.removeAllListeners('request');
      const requests = await Promise.all(seen);
      const origin = new URL(stage().stack.url).origin;
      expect(requests.filter((request) => new URL(request.url).origin !== origin)).toEqual([]);
      // The first request is the link itself; the redirect turns it into a fragment, which is not sent.
      const sent = requests.map((request) => request.url.split('#')[0] ?? '');
      expect(sent[0]).toContain(token);
      expect(sent.slice(1).filter((each) => each.includes(token))).toEqual([]);
      expect(requests.filter(({ referer }) => referer?.includes(token))).toEqual([]);
      expect(complaints).toEqual([]);
      await page.context().close();
    });

    test('leaves no trace of the answers on the device', async () => {
      const page = await stage().page();
      const { start, answerAll, reads } = candidateAt(page);
      await start((await stage().recruiter.invite()).url);
      await answerAll();
      await reads('Your interview is complete');

      const kept = await page.evaluate(async () => {
        const database = await new Promise<IDBDatabase>((resolve) => {
          const request = indexedDB.open('talaro');
          request.onsuccess = () => resolve(request.result);
        });
        const drafts = await new Promise<unknown[]>((resolve) => {
          const request = database.transaction('talaro').objectStore('talaro').getAll();
          request.onsuccess = () => resolve(request.result);
        });
        return JSON.stringify([{ ...localStorage }, drafts]);
      });

      expect(kept).not.toContain(goodAnswer.slice(0, 20));
      expect(await page.context().cookies()).toEqual([]);
      await page.context().close();
    });
  });

  describe('the policy of the page', () => {
    test('allows nothing inline and nothing from elsewhere', async () => {
      const response = await fetch(`${stage().stack.url}/interview.html`);
      const policy = response.headers.get('content-security-policy') ?? '';

      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toContain('unsafe');
      expect(policy).toContain("require-trusted-types-for 'script'; trusted-types 'none'");
      expect(response.headers.get('referrer-policy')).toBe('no-referrer');
      expect(response.headers.get('x-robots-tag')).toContain('noindex');
    });

    test('refuses markup made from text, which the page itself never does', async () => {
      const page = await stage().page();
      const complaints: string[] = [];
      page.on('console', (message) => complaints.push(message.text()));
      await page.goto((await stage().recruiter.invite()).url);
      await page.getByRole('button').first().waitFor();
      const before = [...complaints];

      const outcomes = await page.evaluate(() =>
        [
          () => document.body.append(document.createElement('p')),
          () => {
            document.body.innerHTML = '<p>Another page</p>';
          },
          () => document.body.insertAdjacentHTML('beforeend', '<p>More</p>'),
          () => document.createElement('script').setAttribute('src', '/assets/other.js'),
        ].map((change) => {
          try {
            change();
            return 'done';
          } catch (error) {
            return error instanceof TypeError ? 'refused' : String(error);
          }
        }),
      );

      expect(outcomes).toEqual(['done', 'refused', 'refused', 'refused']);
      expect(before).toEqual([]);
      await page.context().close();
    });
  });
};

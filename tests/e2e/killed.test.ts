import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser, launchProfile } from '../support/browser.ts';
import { serverProcess } from '../support/server-process.ts';
import { candidateAt, endpoint, goodAnswer } from './support/candidate.ts';
import { type Recruiter, recruiterAt } from './support/recruiter.ts';

let folder = '';
let server: Awaited<ReturnType<typeof serverProcess>>;
let recruiter: Recruiter;
let browser: Browser;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'talaro-killed-'));
  [server, browser] = await Promise.all([serverProcess(join(folder, 'data')), launchBrowser()]);
  recruiter = await recruiterAt(server.url);
});
afterAll(async () => {
  await browser?.close();
  await server?.kill();
  await rm(folder, { recursive: true, force: true });
});

test('a server killed in the middle of sending: the answer arrives when it is back, once', async () => {
  const page = await browser.newPage();
  const { start, send, status, reads, button, answerBox } = candidateAt(page);
  const { url, token } = await recruiter.invite();
  await start(url);
  await page.route(endpoint.submit, async (route) => {
    // The server has the answer and dies before it can say so.
    await route.fetch().catch(() => null);
    await server.kill();
    await route.abort();
    await page.unroute(endpoint.submit);
  });

  await send();
  await status('Not sent');
  await server.start();
  await reads('Answer 1 of 3 is saved');
  await button('Next question').click();
  await answerBox().fill('And on it goes');
  await status(/^Saved \d/);

  const opened = await recruiter.asCandidate('open', { link_token: token });
  expect(opened.answered_questions).toBe(1);
  await page.close();
});

test('a browser killed with unsent text: the same device has all but the last two seconds', async () => {
  const profile = join(folder, 'profile');
  const { url } = await recruiter.invite();
  const before = await launchProfile(profile);
  const page = await before.newPage();
  await candidateAt(page).start(url);
  await page.route(endpoint.draft, (route) => route.abort());
  await candidateAt(page).answerBox().fill('Typed, and not even a draft of it arrived.');
  await page.waitForTimeout(2_000);
  const crashed = new Promise((resolve) => before.once('close', resolve));
  // The whole browser goes, not only the page.
  const session = await before.newCDPSession(page);
  session.send('Browser.crash' as 'Browser.close').catch(() => {});
  await crashed;

  const after = await launchProfile(profile);
  const again = await after.newPage();
  await again.goto(url);
  await candidateAt(again).answerBox().waitFor();

  expect(await candidateAt(again).answerBox().inputValue()).toBe(
    'Typed, and not even a draft of it arrived.',
  );
  await after.close();
});

test('no log line of all this contains a token, an answer or an address', async () => {
  const { token, interview_id } = await recruiter.invite();

  const logged = server.output();

  expect(logged).toContain(interview_id);
  expect(logged).not.toContain(token);
  expect(logged).not.toContain(goodAnswer.slice(0, 40));
  expect(logged.replaceAll('admin@example.com', '')).not.toContain('@example.com');
});

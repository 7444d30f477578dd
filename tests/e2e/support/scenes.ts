import type { Page } from 'playwright-core';
import { candidateAt, endpoint, holdBack, withChange } from './candidate.ts';
import { endings } from './endings.ts';
import { inMinutes, type Recruiter } from './recruiter.ts';

/** The surroundings that a scene needs: the recruiter who sends the invitation, or takes it back. */
export interface Set {
  recruiter: Recruiter;
}

/** A state of the page, and the way to it. */
export interface Scene {
  name: string;
  play(page: Page, set: Set): Promise<void>;
}

const day = 24 * 60;

/** Every screen, in the order in which people see them. */
export const scenes: Scene[] = [
  {
    name: 'opening-slowly',
    play: async (page, { recruiter }) => {
      await holdBack(page, endpoint.open);
      await page.goto((await recruiter.invite()).url);
      await candidateAt(page).reads('Opening your interview');
    },
  },
  {
    name: 'no-connection',
    play: async (page, { recruiter }) => {
      await page.route(endpoint.open, (route) => route.abort());
      await page.goto((await recruiter.invite()).url);
      await candidateAt(page).button('Try now').waitFor();
    },
  },
  {
    name: 'too-early',
    play: async (page, { recruiter }) => {
      const starts_at = inMinutes(2 * day + 95);
      await page.goto((await recruiter.invite({ starts_at })).url);
      await candidateAt(page).reads('not open yet');
    },
  },
  {
    name: 'expired',
    play: async (page, { recruiter }) => {
      const wish = { starts_at: inMinutes(-2 * day), ends_at: inMinutes(-2 * day + 60) };
      await page.goto((await recruiter.invite(wish)).url);
      await candidateAt(page).reads('expired');
    },
  },
  {
    name: 'unknown',
    play: async (page, { recruiter }) => {
      const { url } = await recruiter.invite();
      await page.goto(url.replace(/.\/$/, '/'));
      await candidateAt(page).reads('does not work');
    },
  },
  {
    name: 'cancelled',
    play: async (page, { recruiter }) => {
      const { interview_id, url } = await recruiter.invite();
      await recruiter.cancel(interview_id);
      await page.goto(url);
      await candidateAt(page).reads('canceled');
    },
  },
  {
    name: 'welcome',
    play: async (page, { recruiter }) => {
      await page.goto((await recruiter.invite()).url);
      await candidateAt(page).reads('Your interview:');
    },
  },
  {
    name: 'notice',
    play: async (page, { recruiter }) => {
      await page.goto((await recruiter.invite()).url);
      await candidateAt(page).button('How AI is used').click();
      await candidateAt(page).reads('How AI is used');
    },
  },
  {
    name: 'notice-without-consent',
    play: async (page, { recruiter }) => {
      await page.goto((await recruiter.invite()).url);
      await candidateAt(page).button('Start').click();
      await candidateAt(page).button('Go to the first question').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'practice',
    play: async (page, { recruiter }) => {
      await page.goto((await recruiter.invite()).url);
      await candidateAt(page).button('Try a practice question').click();
      await candidateAt(page).send('Slowly, with rice.');
      await candidateAt(page).status('was not sent anywhere');
    },
  },
  {
    name: 'question',
    play: async (page, { recruiter }) => {
      await candidateAt(page).start((await recruiter.invite()).url);
    },
  },
  {
    name: 'question-saved',
    play: async (page, { recruiter }) => {
      const { start, answerBox, status } = candidateAt(page);
      await start((await recruiter.invite()).url);
      await answerBox().fill(
        'At Nordwind I moved seat reservations from nightly jobs to an event queue. Double bookings fell from forty a week to none.',
      );
      await status(/^Saved \d/);
      await answerBox().blur();
    },
  },
  {
    name: 'question-empty',
    play: async (page, { recruiter }) => {
      await candidateAt(page).start((await recruiter.invite()).url);
      await candidateAt(page).button('Send answer').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'two-texts',
    play: async (page, { recruiter }) => {
      const { start, answerBox } = candidateAt(page);
      await start((await recruiter.invite()).url);
      const draft = { question_id: '', text: 'I typed this on my laptop.', version: 90 };
      await page.route(endpoint.draft, async (route) => {
        const { question_id } = route.request().postDataJSON();
        const json = { code: 'draft_outdated', error: '', draft: { ...draft, question_id } };
        await route.fulfill({ status: 409, json });
      });
      await answerBox().fill('I typed this on my phone.');
      await candidateAt(page).reads('There are two texts');
    },
  },
  {
    name: 'answered-elsewhere',
    play: async (page, { recruiter }) => {
      const { url, token, interview_id } = await recruiter.invite();
      const { start, answerBox, reads } = candidateAt(page);
      await start(url);
      const asked = { interview_id, link_token: token };
      const { session_id } = await recruiter.asCandidate('start', asked);
      const response_text = 'I typed this on my laptop and sent it.';
      await recruiter.asCandidate('submit-response', {
        session_id,
        link_token: token,
        response_text,
      });
      await answerBox().fill('I typed this on my phone.');
      await reads('answered on another device');
    },
  },
  {
    name: 'ten-minutes-left',
    play: async (page, { recruiter }) => {
      const { start, answerBox } = candidateAt(page);
      const expires_at = inMinutes(9);
      await withChange(page, endpoint.open, (body) => ({ ...body, expires_at }));
      await start((await recruiter.invite()).url);
      await answerBox().fill('I look at the patient in pain first.');
      await page.getByText('Time left').waitFor();
      await answerBox().blur();
    },
  },
  {
    name: 'expired-while-typing',
    play: async (page, { recruiter }) => {
      const { start, answerBox, status, reads } = candidateAt(page);
      await start((await recruiter.invite()).url);
      await answerBox().fill('I look at the patient in pain first.');
      await status(/^Saved \d/);
      const gone = {
        code: 'link_expired',
        error: '',
        status: 'in_progress',
        unsent_questions: [1],
        expires_at: inMinutes(0),
        server_time: inMinutes(0),
      };
      await page.route(endpoint.draft, (route) => route.fulfill({ status: 403, json: gone }));
      await answerBox().fill(
        'I look at the patient in pain first, because new pain can be a bleed.',
      );
      await reads('The time for this link is over');
      await candidateAt(page).button('Ask for more time').waitFor();
    },
  },
  {
    name: 'saved-on-device',
    play: async (page, { recruiter }) => {
      const { start, answerBox, status } = candidateAt(page);
      await start((await recruiter.invite()).url);
      await page.route(endpoint.draft, (route) => route.abort());
      await answerBox().fill('The train is in a tunnel.');
      await status('on this device only');
      await answerBox().blur();
    },
  },
  {
    name: 'reading-answer',
    play: async (page, { recruiter }) => {
      const { start, send, status } = candidateAt(page);
      await start((await recruiter.invite()).url);
      await holdBack(page, endpoint.submit);
      await send();
      await status('Reading your answer');
    },
  },
  {
    name: 'not-sent',
    play: async (page, { recruiter }) => {
      const { start, send, status } = candidateAt(page);
      await start((await recruiter.invite()).url);
      await page.route(endpoint.submit, (route) => route.abort());
      await send();
      await status('Not sent');
    },
  },
  {
    name: 'feedback',
    play: async (page, { recruiter }) => {
      const { start, send, reads } = candidateAt(page);
      await start((await recruiter.invite()).url);
      await send();
      await reads('Answer 1 of 3');
    },
  },
  {
    name: 'replaced',
    play: async (page, { recruiter }) => {
      const { start, send, reads } = candidateAt(page);
      const { url, interview_id } = await recruiter.invite();
      await start(url);
      await recruiter.replaceLink(interview_id);
      await send();
      await reads('replaced');
    },
  },
  {
    name: 'another-tab',
    play: async (page, { recruiter }) => {
      const { url } = await recruiter.invite();
      const first = await page.context().newPage();
      await candidateAt(first).start(url);
      await page.goto(url);
      await candidateAt(page).reads('another tab');
    },
  },
  {
    name: 'help',
    play: async (page, { recruiter }) => {
      await page.goto((await recruiter.invite()).url);
      await candidateAt(page).button('More time').click();
      await candidateAt(page).button('Send request').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'help-sent',
    play: async (page, { recruiter }) => {
      await page.goto((await recruiter.invite()).url);
      await candidateAt(page).button('More time').click();
      await page.getByRole('radio', { name: 'More time' }).check();
      await candidateAt(page).button('Send request').click();
      await candidateAt(page).status('saved');
    },
  },
  {
    name: 'finishing',
    play: async (page, { recruiter }) => {
      const { start, answerAll, status } = candidateAt(page);
      await start((await recruiter.invite()).url);
      await holdBack(page, endpoint.complete);
      await answerAll();
      await status('Reading all your answers');
    },
  },
  ...endings,
];

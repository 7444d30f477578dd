import type { Page } from 'playwright-core';
import { goodAnswer, withChange } from '../candidate.ts';
import type { Invitation, Wish } from '../recruiter.ts';
import type { Stage } from '../stage.ts';
import { type ConsoleScene, openLoggedIn } from './scene.ts';

const nurse: Wish = { job_title: 'Registered Nurse, Acute Ward', question_count: 5 };
const message =
  'I read with a screen reader and type slowly, and I work nights until Thursday. Could I have one more day?';

const start = async ({ recruiter }: Stage, { interview_id, token: link_token }: Invitation) => {
  await recruiter.asCandidate('open', { link_token });
  const { session_id } = await recruiter.asCandidate('start', { interview_id, link_token });
  return { session_id, link_token };
};

/** An interview with so many answers, whose candidate has asked for more time. */
const answered = async (stage: Stage, answers: number) => {
  const invitation = await stage.recruiter.invite(nurse);
  const { asCandidate } = stage.recruiter;
  const ask = { link_token: invitation.token, kind: 'more_time', message };
  await asCandidate('accommodation', ask);
  const session = await start(stage, invitation);
  for (let number = 1; number <= answers; number += 1) {
    await asCandidate('submit-response', { ...session, response_text: `${number}. ${goodAnswer}` });
  }
  return { ...invitation, complete: () => asCandidate('complete', session) };
};

const show = async (page: Page, stage: Stage, interview_id: string, path = '') => {
  await openLoggedIn(page, stage, `/interviews/${interview_id}${path}`);
  await page.getByRole('table').first().waitFor();
};

const inProgress = async (page: Page, stage: Stage) => {
  const { interview_id } = await answered(stage, 3);
  await show(page, stage, interview_id);
  await page.getByText('3 of 5 answered').first().waitFor();
};

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();

const openErase = async (page: Page) => {
  await page.locator('main summary', { hasText: 'More' }).click();
  await press(page, /^Erase everything/);
  await page.getByRole('dialog').waitFor();
};

/** One interview, its acting part. */
export const interviewScenes: readonly ConsoleScene[] = [
  { name: 'interview-in-progress', play: inProgress },
  {
    name: 'interview-confirm',
    play: async (page, stage) => {
      await inProgress(page, stage);
      await press(page, 'New link');
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'interview-extend',
    play: async (page, stage) => {
      await inProgress(page, stage);
      await press(page, 'Extend');
      await press(page, '+1 day');
    },
  },
  {
    name: 'interview-not-reached',
    play: async (page, stage) => {
      await page.clock.install();
      await inProgress(page, stage);
      await page.context().setOffline(true);
      await page.clock.fastForward(30_000);
      await page.getByText('Not reached, trying again').waitFor();
    },
  },
  {
    name: 'interview',
    play: async (page, stage) => {
      const { interview_id, complete } = await answered(stage, 5);
      await complete();
      await show(page, stage, interview_id);
    },
  },
  {
    name: 'interview-decided',
    play: async (page, stage) => {
      const { interview_id, complete } = await answered(stage, 4);
      await complete();
      await show(page, stage, interview_id);
      await page.getByRole('radio', { name: 'Hold' }).check();
      await page
        .getByLabel('Reason')
        .fill('Sees and reports early; families are for the second talk.');
      await press(page, 'Record decision');
      await page.getByText('Recorded.').waitFor();
    },
  },
  {
    name: 'interview-evaluating',
    play: async (page, stage) => {
      const { interview_id, complete } = await answered(stage, 5);
      await complete();
      await withChange(page, '**/api/interviews/*/', (body) => ({
        ...body,
        ...('session' in body && { session: { ...Object(body.session), status: 'evaluating' } }),
        evaluation: null,
        evaluations: [],
      }));
      await show(page, stage, interview_id);
    },
  },
  {
    name: 'interview-expired',
    play: async (page, stage) => {
      const { interview_id } = await stage.recruiter.invite(nurse);
      await stage.recruiter.endIn(interview_id, -60);
      await show(page, stage, interview_id);
    },
  },
  {
    name: 'interview-cancelled',
    play: async (page, stage) => {
      const { interview_id } = await stage.recruiter.invite(nurse);
      await stage.recruiter.cancel(interview_id);
      await show(page, stage, interview_id);
    },
  },
  {
    name: 'interview-erase',
    play: async (page, stage) => {
      await inProgress(page, stage);
      await openErase(page);
    },
  },
  {
    name: 'interview-erased',
    play: async (page, stage) => {
      await inProgress(page, stage);
      await openErase(page);
      await page.getByRole('checkbox').check();
      await page.getByRole('dialog').getByRole('button', { name: 'Erase everything' }).click();
      await page.getByRole('heading', { name: /is erased/ }).waitFor();
    },
  },
  {
    name: 'interview-audit',
    play: async (page, stage) => {
      const { interview_id } = await answered(stage, 3);
      await show(page, stage, interview_id, '/audit');
      await page.getByText('which is all').waitFor();
    },
  },
];

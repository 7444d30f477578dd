import type { Page } from 'playwright-core';
import { apiOf } from '../api.ts';
import type { Stage } from '../stage.ts';
import { type ConsoleScene, openLoggedIn } from './scene.ts';

const job_title = 'Registered Nurse, Acute Ward';
const job_description =
  'You look after patients on an acute ward. You notice early when one is getting worse, put first what cannot wait, speak with patients and families, and hand over so that nothing is lost.';
const seen =
  'Tell us about a time when you noticed that a patient was getting worse before the numbers showed it. What did you see, what did you do, and what came of it?';

/** A kit with so many versions, each of which changes its first question. */
const aKit = async (stage: Stage, versions = 1) => {
  const api = apiOf(stage);
  const { kit_id, questions } = await api.createKit({
    job_title,
    job_description,
    ai_interview_type: 'behavioral',
    questions: [{ text: seen }],
  });
  const change = async (version: number, text: string) => {
    const kept = questions.map(({ id }, n) => (n === 0 ? { id, text } : { id }));
    return api.reviseKit({ kit_id, version, questions: kept });
  };
  for (let version = 1; version < versions; version += 1) {
    await change(version, seen.replace('before the numbers showed it', 'before others did'));
  }
  return { kit_id, change };
};

const show = async (page: Page, stage: Stage, path: string) => {
  await openLoggedIn(page, stage, path);
  await page.locator('h1').waitFor();
  await page.locator('[aria-busy=true]').waitFor({ state: 'detached' });
};

const question = (page: Page) => page.locator('[id="questions.0.text"]');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

/** The kits: their list, a new one, one that is edited, and two versions side by side. */
export const kitScenes: ConsoleScene[] = [
  {
    name: 'kits',
    play: async (page, stage) => {
      await aKit(stage);
      await show(page, stage, '/kits');
    },
  },
  {
    name: 'new-kit',
    play: async (page, stage) => {
      await show(page, stage, '/kits/new');
      await page.getByLabel('Job title').fill(job_title);
      await page.getByLabel('The job’s text').fill(job_description);
      await button(page, 'Add a question of your own').click();
      await page.keyboard.type(seen);
    },
  },
  {
    name: 'new-kit-refused',
    play: async (page, stage) => {
      await show(page, stage, '/kits/new');
      await page.getByLabel('Number of questions').fill('many');
      await button(page, 'Write the kit').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'new-kit-budget-reached',
    play: async (page, stage) => {
      await show(page, stage, '/kits/new');
      const error = 'The budget of this day is spent';
      await page.route('**/api/interview-kits/', (route) =>
        route.fulfill({ status: 503, json: { error, code: 'budget_reached' } }),
      );
      await button(page, 'Write the kit').click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'kit',
    play: async (page, stage) => {
      const { kit_id } = await aKit(stage, 3);
      await show(page, stage, `/kits/${kit_id}`);
      await question(page).fill(seen.replace('you noticed', 'you saw'));
      await page.getByText('1 change not saved.').waitFor();
    },
  },
  {
    name: 'kit-sum-not-100',
    play: async (page, stage) => {
      const { kit_id } = await aKit(stage);
      await show(page, stage, `/kits/${kit_id}`);
      await page.getByLabel('Weight of competency 1, in percent').fill('10');
      await page.getByText('is missing').first().waitFor();
    },
  },
  {
    name: 'kit-overtaken',
    play: async (page, stage) => {
      const { kit_id, change } = await aKit(stage);
      await show(page, stage, `/kits/${kit_id}`);
      await question(page).fill(seen.replace('you noticed', 'you saw'));
      await change(1, seen.replace('a patient', 'somebody'));
      await button(page, 'Save as version 2').click();
      await page.getByText('kept in this tab: 1 change').waitFor();
    },
  },
  {
    name: 'kit-approve',
    play: async (page, stage) => {
      const { kit_id } = await aKit(stage);
      await show(page, stage, `/kits/${kit_id}`);
      await button(page, 'Approve').click();
      await page.getByRole('dialog').waitFor();
    },
  },
  {
    name: 'kit-versions',
    play: async (page, stage) => {
      const { kit_id } = await aKit(stage, 2);
      await show(page, stage, `/kits/${kit_id}/versions?left=1&right=2`);
      await page.locator('ins').first().waitFor();
    },
  },
];

import { randomUUID } from 'node:crypto';
import type { Output } from '../../../../client/types.ts';
import { type ConsoleScene, openAsSam, sam, withItems } from './scene.ts';

type Person = Output<'listUsers'>['items'][number];

const person = (name: string, day: string, more: Partial<Person> = {}): Person => ({
  user_id: randomUUID(),
  name,
  email: `${name.toLowerCase().replaceAll(' ', '.')}@example.com`,
  role: 'recruiter',
  enabled: true,
  status: 'active',
  created_at: `2026-${day}T09:00:00Z`,
  ...more,
});

const people = [
  person('Theodora Lindqvist', '11-24', { status: 'invited' }),
  person('Emeka Obi', '10-02'),
  person('Bartholomew Featherstonehaugh-Cholmondeley', '06-18', { enabled: false }),
  person(sam.name, '03-09', { role: 'admin', user_id: sam.user_id }),
];

/** The way in, the own account, and who else has one. */
export const accessScenes: ConsoleScene[] = [
  {
    name: 'log-in',
    play: async (page, { stack }) => {
      await page.goto(`${stack.url}/console/`);
      await page.getByLabel('E-mail address').fill(sam.email);
      await page.getByLabel('E-mail address').blur();
    },
  },
  {
    name: 'log-in-new-password',
    play: async (page, { stack, recruiter, mails }) => {
      const email = `${randomUUID()}@example.com`;
      await recruiter.inviteUser(email);
      const [, first = ''] = /temporary password (\S+)/.exec(mails.at(-1)?.text ?? '') ?? [];
      await page.goto(`${stack.url}/console/`);
      await page.getByLabel('E-mail address').fill(email);
      await page.getByLabel('Password').fill(first);
      await page.keyboard.press('Enter');
      await page.getByLabel('New password').fill('stars');
      await page.getByRole('button', { name: 'Save and log in' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'forgotten-password',
    play: async (page, { stack }) => {
      await page.goto(`${stack.url}/console/`);
      await page.getByLabel('E-mail address').fill(sam.email);
      await page.getByRole('button', { name: 'Forgotten password' }).click();
      await page.getByRole('heading', { name: 'Forgotten password' }).waitFor();
    },
  },
  {
    name: 'forgotten-password-code',
    play: async (page, { stack }) => {
      await page.goto(`${stack.url}/console/`);
      await page.getByLabel('E-mail address').fill(sam.email);
      await page.getByRole('button', { name: 'Forgotten password' }).click();
      await page.getByRole('button', { name: 'Send me a code' }).click();
      await page.getByLabel('Code from the e-mail').waitFor();
    },
  },
  {
    name: 'change-password',
    play: async (page, stage) => {
      await openAsSam(page, stage, '/account/password');
      await page.getByLabel('Password you have now').fill('not this one');
      await page.getByLabel('New password').fill('three unusual Words 1!');
      await page.keyboard.press('Enter');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'zone',
    play: async (page, stage) => {
      await openAsSam(page, stage, '/account/zone');
      await page.getByRole('status').waitFor();
      await page.locator('.account summary').click();
    },
  },
  {
    name: 'people',
    play: async (page, stage) => {
      await withItems(page, 'users', people);
      await openAsSam(page, stage, '/people');
      await page.getByText('Emeka Obi').first().waitFor();
    },
  },
  {
    name: 'people-confirm',
    play: async (page, stage) => {
      await withItems(page, 'users', people);
      await openAsSam(page, stage, '/people');
      await page
        .getByRole('row', { name: /Emeka Obi/ })
        .locator('summary')
        .click();
      await page.getByRole('button', { name: 'Switch off', exact: true }).first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
];

import type { Page } from 'playwright-core';
import type { Stage } from '../stage.ts';
import { type ConsoleScene, openLoggedIn } from './scene.ts';

const kit = (kit_id: string, job_title: string, status: string) => ({
  ...{ kit_id, job_title, status, version: 3, approved_version: status === 'approved' ? 3 : null },
  ...{ ai_interview_type: 'general', difficulty: 'medium', language: 'en-US', question_count: 5 },
  ...{ archived: false, created_at: '2026-11-20T08:00:00Z' },
});
const nurse = 'Registered Nurse, Acute Ward';
const dispatcher = 'Night Freight Dispatcher';
const kits = [
  kit('0d9de4a2-5f0f-4bc4-9d4a-6f5a2f3f9f10', nurse, 'approved'),
  kit('8a2f2c60-6c0e-4a83-a5a0-3d1c2f6a1b55', dispatcher, 'draft'),
];

/** Opens a screen at the moment of the mocks, with their kits. */
const open = async (page: Page, stage: Stage, path: string) => {
  await page.clock.setFixedTime('2026-11-25T14:05:00+01:00');
  await page.route('**/api/interview-kits/?*', (route) =>
    route.fulfill({ json: { items: kits, next_cursor: null } }),
  );
  await openLoggedIn(page, stage, path);
};

const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();

const newInterview = async (page: Page, stage: Stage) => {
  await open(page, stage, `/interviews/new?kit=${kits[0]?.kit_id}`);
  await page.getByText('Approved, version 3').waitFor();
  await page.getByLabel('Name').fill('Alex Morgan');
  await page.getByLabel('E-mail address').fill('alex.morgan@example.com');
  await page.getByLabel('Opens').fill('2026-11-26T09:00');
  await page.getByLabel('Closes').fill('2026-11-26T18:00');
  await page.getByLabel('The candidate is in').selectOption('Asia/Kolkata');
  await page.getByLabel('The candidate is in').blur();
};

const withoutALink = async (page: Page, stage: Stage) => {
  await newInterview(page, stage);
  const interview_id = '5b1fd9f4-2f0c-4d6e-8b0f-e1f7a0f0c0de';
  await page.route('**/api/interviews/', (route) =>
    route.fulfill({ status: 201, json: { interview_id } }),
  );
  const json = { error: 'The newest version of its kit is not approved', code: 'kit_not_approved' };
  await page.route('**/generate-link/**', (route) => route.fulfill({ status: 409, json }));
  await press(page, 'Create and make the link');
  await page.getByText('it has no link').waitFor();
};

const names = [
  'Alex Morgan,Priya Nair-Castellanos,Kofi Adjei,Ingrid Solheim,Tomás Whitfield,Mei-Ling Tanaka',
  'Rosalind Okonkwo,Juno Park,Dmitri Vale,Amara Lindqvist,Caspian Rowe,Wren Abernathy,Noor Haddad',
  'Bartholomew Featherstonehaugh-Cholmondeley,Saoirse Quill,Yusuf Marlowe,Liv Stranden',
  'Otis Bellweather,Chidera Vance,Hana Orlova,Jasper Thorne,Marisol Fenn,Emeka Stone,Greta Lund',
  'Ravi Sandoval,Tove Hart,Nadia Brook,Felix Aldana,Imani Crowe,Soren Wilde',
].flatMap((line) => line.split(','));

/** What differs from the other rows, by the number of the row. */
const odd: Readonly<Record<number, Partial<Record<'mail' | 'job' | 'from' | 'to', string>>>> = {
  7: { mail: 'rosalind.o@' },
  11: { from: '2026-12-01 09:00', to: '2026-12-01 17:00' },
  15: { from: '2026-12-01 18:00', to: '2026-12-01 08:00' },
  22: { job: 'Night Frieght Dispatcher' },
};

/** The file of the mock: thirty people, of whom three cannot be invited as they are. */
const intake = () => {
  const lines = names.map((name, index) => {
    const mail = `${name.split(' ')[0]?.toLowerCase().normalize('NFD').replace(/\W/g, '')}@example.com`;
    const job = index % 3 === 2 ? nurse : dispatcher;
    const usual = { mail, job, from: '2026-12-01 08:00', to: '2026-12-03 20:00' };
    const row = { ...usual, ...odd[index + 1] };
    return `${name},${row.mail},"${row.job}",${row.from},${row.to}`;
  });
  const buffer = Buffer.from(['name,email,kit,starts,ends', ...lines].join('\n'));
  return { name: 'december-intake.csv', mimeType: 'text/csv', buffer };
};

const check = async (page: Page, stage: Stage) => {
  await open(page, stage, '/interviews/import');
  await page.getByLabel('CSV file').setInputFiles(intake());
  await page.getByText('27 ready, 3 to fix.').waitFor();
};

/** What the API says of a batch: one row is refused, and of one the link could not be made. */
const resultsFor = (rows: number) =>
  Array.from({ length: rows }, (_, index) => {
    const interview = {
      interview_id: `5b1fd9f4-2f0c-4d6e-8b0f-${String(index).padStart(12, '0')}`,
    };
    const link = {
      public_interview_url: 'https://example.com/',
      expires_at: '2026-12-03T21:00:00Z',
    };
    if (index === 4) {
      return { index, status: 404, error: { error: 'Kit not found', code: 'kit_not_found' } };
    }
    const error = { error: 'The daily budget for AI is spent', code: 'budget_reached' };
    return { index, status: 201, interview, ...(index === 6 ? { error } : { link }) };
  });

const create = async (page: Page, stage: Stage, answered: number) => {
  await check(page, stage);
  await page.route('**/api/interviews/batch/', async (route) => {
    answered -= 1;
    const { interviews } = route.request().postDataJSON();
    if (answered >= 0) await route.fulfill({ json: { results: resultsFor(interviews.length) } });
  });
  await press(page, 'Create 27 interviews with links');
};

/** New interviews, one and many. */
export const schedulingScenes: readonly ConsoleScene[] = [
  { name: 'new-interview', play: newInterview },
  {
    name: 'new-interview-problem',
    play: async (page, stage) => {
      await open(page, stage, '/interviews/new');
      await page.getByText('From a job’s text').click();
      await page.getByText('Add a résumé').click();
      await page.getByText('More', { exact: true }).click();
      await press(page, 'Create and make the link');
      await page.getByRole('alert').waitFor();
    },
  },
  { name: 'new-interview-without-a-link', play: withoutALink },
  {
    name: 'import',
    play: async (page, stage) => {
      await open(page, stage, '/interviews/import');
      await page.getByLabel('CSV file').waitFor();
    },
  },
  { name: 'import-check', play: check },
  {
    name: 'import-creating',
    play: async (page, stage) => {
      await create(page, stage, 1);
      await page.getByText('20 of 27.').waitFor();
    },
  },
  {
    name: 'import-created',
    play: async (page, stage) => {
      await create(page, stage, 2);
      await page.getByRole('heading', { name: 'Created 25 interviews' }).waitFor();
    },
  },
];

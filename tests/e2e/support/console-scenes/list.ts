import { randomUUID } from 'node:crypto';
import type { Output } from '../../../../client/types.ts';
import { holdBack } from '../candidate.ts';
import { type ConsoleScene, openAsSam, withItems } from './scene.ts';

type Listed = Output<'listInterviews'>['items'][number];

const kits = ['Registered Nurse, Acute Ward', 'Accountant, Month End', 'Night Freight Dispatcher'];
const [nurse, accountant, dispatcher] = kits as [string, string, string];
const engineer = 'Backend Engineer, Payments';

/** The Latin letters of a name alone. */
const addressOf = (name: string) => {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain.match(/[a-z]+/g)?.join('.') ?? 'someone'}@example.com`;
};

/** One row: who, for which job, from when until when in November, and how far it is. */
const listed = (
  candidate_name: string,
  job_title: string,
  window: readonly [starts: string, ends: string] | null,
  more: Partial<Listed> = {},
): Listed => {
  const moment = (at: string | undefined) => at && `2026-11-${at}:00+01:00`;
  return {
    interview_id: randomUUID(),
    candidate_name,
    candidate_email: addressOf(candidate_name),
    job_title,
    ai_interview_type: 'general',
    starts_at: moment(window?.[0]) ?? null,
    ends_at: moment(window?.[1]) ?? null,
    expires_at: null,
    status: 'scheduled',
    link_status: 'none',
    answered_questions: 0,
    total_questions: 5,
    score: null,
    recommendation: null,
    needs_human: null,
    decision: null,
    open_requests: 0,
    kit_id: null,
    created_at: '2026-11-02T09:00:00Z',
    ...more,
  };
};

const completed: Partial<Listed> = {
  status: 'completed',
  link_status: 'closed',
  answered_questions: 5,
  needs_human: false,
};

const ofTheMock: Listed[] = [
  listed('Priya Nair-Castellanos', nurse, ['27T08:00', '29T20:00'], {
    link_status: 'not_open',
    open_requests: 1,
  }),
  listed('Tomás Whitfield', engineer, ['27T09:00', '30T18:00']),
  listed('Alex Morgan', nurse, ['25T08:00', '27T20:00'], {
    status: 'in_progress',
    link_status: 'open',
    answered_questions: 3,
  }),
  listed('Bartholomew Featherstonehaugh-Cholmondeley', dispatcher, ['25T06:00', '26T22:00'], {
    link_status: 'open',
  }),
  listed('Ingrid Solheim', accountant, ['24T08:00', '26T18:00'], {
    ...completed,
    score: 86,
    recommendation: 'Strong Yes',
  }),
  listed('Kofi Adjei', dispatcher, ['23T12:00', '25T12:00'], {
    ...completed,
    score: 74,
    recommendation: 'Yes',
    decision: 'advance',
  }),
  listed('Mei-Ling Tanaka', engineer, ['23T09:00', '24T21:00'], {
    ...completed,
    needs_human: true,
  }),
  listed('Rosalind Okonkwo', accountant, ['23T08:00', '25T18:00'], {
    ...completed,
    needs_human: null,
  }),
  listed('Juno Park', nurse, ['21T08:00', '23T20:00'], {
    ...completed,
    score: 52,
    recommendation: 'Maybe',
    decision: 'hold',
  }),
  listed('Dmitri Vale', engineer, ['20T09:00', '22T18:00'], {
    status: 'expired',
    link_status: 'expired',
  }),
  listed('Amara Lindqvist', dispatcher, ['19T06:00', '20T22:00'], {
    ...completed,
    score: 31,
    recommendation: 'No',
    decision: 'reject',
  }),
  listed('Caspian Rowe', accountant, ['18T08:00', '20T18:00'], {
    status: 'cancelled',
    link_status: 'closed',
    answered_questions: 1,
  }),
  listed('Wren Abernathy', nurse, ['17T08:00', '19T20:00'], {
    ...completed,
    answered_questions: 3,
    score: 44,
    recommendation: 'Maybe',
  }),
  listed('Noor Haddad', engineer, null),
];

const unusual: Listed[] = [
  listed('ليلى عبد الرحمن الأندلسي', 'ممرضة، قسم الطوارئ', ['27T08:00', '29T20:00']),
  listed('יעל בן־דוד', `${engineer} (תל אביב)`, ['25T08:00', '27T20:00'], {
    status: 'in_progress',
    link_status: 'open',
    answered_questions: 1,
    open_requests: 2,
  }),
  listed('<b>Robert</b> =HYPERLINK("x")', 'A\u202eB reversed\u202c', ['24T08:00', '26T18:00'], {
    ...completed,
    score: 100,
    recommendation: 'Strong Yes',
  }),
  listed('😀'.repeat(120), 'Donaudampfschifffahrtsgesellschaftskapitänsanwärterin', null),
  listed('Łukasz Żółkiewski-Ødegård', 'مهندس Backend (C++), Payments', ['23T08:00', '25T18:00'], {
    ...completed,
    score: 0,
    recommendation: 'No',
  }),
];

const interviews = '**/api/interviews/?*';
const loaded = '.list .who';

/** The list of interviews in each of its states. */
export const listScenes: ConsoleScene[] = [
  {
    name: 'interviews',
    play: async (page, stage) => {
      await withItems(page, 'interviews', ofTheMock);
      await openAsSam(page, stage);
      await page.locator(loaded).first().waitFor();
      await page.mouse.move(0, 0);
      for (let row = 0; row < 3; row++) await page.keyboard.press('j');
    },
  },
  {
    name: 'interviews-empty',
    play: async (page, stage) => {
      await withItems(page, 'interviews', []);
      await openAsSam(page, stage);
      await page.getByRole('heading', { name: 'Three steps' }).waitFor();
    },
  },
  {
    name: 'interviews-none-found',
    play: async (page, stage) => {
      const ofKits = kits.map((job_title) => ({ kit_id: randomUUID(), job_title }));
      const kit = ofKits.at(-1)?.kit_id ?? '';
      await withItems(page, 'interviews', []);
      await withItems(page, 'interview-kits', ofKits);
      const sought = { status: 'completed', email: 'morgan@example.com', kit };
      const query = new URLSearchParams({ ...sought, from: '2026-11-01', to: '2026-11-20' });
      await openAsSam(page, stage, `/?${query}`);
      await page.getByText('Kit and time, 3 set').click();
      await page.getByRole('option', { name: dispatcher }).waitFor({ state: 'attached' });
    },
  },
  {
    name: 'interviews-unusual-names',
    play: async (page, stage) => {
      await withItems(page, 'interviews', unusual);
      await openAsSam(page, stage);
      await page.locator(loaded).first().waitFor();
    },
  },
  {
    name: 'interviews-loading',
    play: async (page, stage) => {
      await holdBack(page, interviews);
      await openAsSam(page, stage);
      await page.locator('.list-wait').waitFor();
    },
  },
  {
    name: 'interviews-failed',
    play: async (page, stage) => {
      const json = {
        code: 'internal_error',
        error: 'Something went wrong on our side.',
        request_id: '4f1c2a90-7d1e-4c55-9a51-0f2b8f6f2a11',
      };
      // So late that the page does not try again by itself.
      const headers = { 'retry-after': '600' };
      await page.route(interviews, (route) => route.fulfill({ status: 500, headers, json }));
      await openAsSam(page, stage);
      await page.getByRole('button', { name: 'Try again' }).waitFor();
    },
  },
];

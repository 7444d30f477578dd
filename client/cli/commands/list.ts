import { UsageError } from '../../../bin/command.ts';
import { everyItem } from '../../pages.ts';
import type { Input, Output } from '../../types.ts';
import { command } from '../command.ts';
import { deployment } from '../deployment.ts';
import { shown, zoneOf } from '../own-zone.ts';
import { note, print, printJson, printTable } from '../screen.ts';
import { wholeNumber } from '../whole-number.ts';

type Listed = Output<'listInterviews'>['items'][number];

/** What is looked for first: a narrow terminal cuts the rest. */
const columns: Readonly<Record<string, (one: Listed, zone: string) => string>> = {
  interview: ({ interview_id }) => interview_id,
  candidate: ({ candidate_name }) => candidate_name,
  status: ({ status, open_requests }) => (open_requests > 0 ? `${status}, asks` : status),
  answered: ({ answered_questions: answered, total_questions: total }) =>
    total > 0 ? `${answered} of ${total}` : '',
  score: ({ score, needs_human }) => (score === null ? '' : `${score}${needs_human ? '?' : ''}`),
  decision: ({ decision }) => decision ?? '',
  starts: ({ starts_at }, zone) => shown(starts_at, zone),
  link: ({ link_status }) => link_status,
  job: ({ job_title }) => job_title,
  'e-mail': ({ candidate_email }) => candidate_email,
};

const mostIn = (given: string): number => {
  const most = given === 'all' ? Number.POSITIVE_INFINITY : wholeNumber('most', given);
  if (most > 0) return most;
  throw new UsageError('--most takes a number, or all');
};

export const list = command({
  summary: 'List interviews, the latest start first',
  options: {
    status: {
      type: 'string',
      value: 'STATUS',
      says: 'scheduled, in_progress, completed, cancelled, expired',
    },
    from: { type: 'string', value: 'DATE', says: 'that start at this time or later' },
    to: { type: 'string', value: 'DATE', says: 'that start before' },
    kit: { type: 'string', value: 'ID', says: 'of one kit' },
    email: { type: 'string', value: 'ADDRESS', says: 'of one candidate' },
    most: { type: 'string', value: 'N', default: '50', says: 'how many, or all; 50 unless told' },
    zone: { type: 'string', value: 'ZONE', says: 'of the times shown; that of this machine' },
  },
  examples: [
    ['--status completed', 'what waits for a decision'],
    ['--email ada@example.com', 'one candidate'],
    ['--most all --json | jq .score', 'for programs, a line each'],
  ],
  async run({ values, signal }) {
    const { status, from, to, kit: kit_id, email, most, json } = values;
    const zone = zoneOf(values.zone);
    const left = mostIn(most);
    const talaro = await deployment(values);
    const query = { from, to, kit_id, email, status, limit: Math.min(left, 100) };
    const rows: string[][] = [];
    const found = everyItem(talaro.listInterviews, query as Input<'listInterviews'>, { signal });
    for await (const one of found) {
      if (rows.length >= left) {
        note(`There are more: see them with --most ${left * 2}`);
        break;
      }
      if (json) printJson(one);
      rows.push(Object.values(columns).map((cell) => cell(one, zone)));
    }
    if (json) return;
    if (rows.length === 0) print('No interviews. Create one with: talaro create');
    else printTable(Object.keys(columns), rows);
  },
});

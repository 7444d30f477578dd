import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { emailOf, kitOf, manyInterviews, storeListed } from '../../../bench/many-interviews.ts';
import { listInterviews } from '../../../functions/list-interviews/list-interviews.ts';
import { startDynamoDb } from '../../../local/dynamodb/dynamodb.ts';
import { ensureTable } from '../../../local/tables.ts';
import { listInterviewsEndpoint } from '../../../shared/contract/endpoints/list-interviews.ts';
import { readLinkKeys } from '../../../shared/domain/link-token.ts';
import type { ListedInterview } from '../../../shared/domain/listed-interview.ts';
import { parseInput } from '../../../shared/domain/parse-input.ts';
import { listInterviews as list, partitionsOf } from '../../../shared/table/interview-list.ts';
import { placesBetween } from '../../../shared/table/keys.ts';
import { connect } from '../dynamodb/database.ts';

const now = Date.parse('2026-11-26T12:00:00Z');
const hour = 3_600_000;
const keys = readLinkKeys(JSON.stringify({ current: '1', 1: 'k'.repeat(64) }));
const environment = { REGION: 'us-east-1', ACCESS_KEY_ID: 'local', SECRET_ACCESS_KEY: 'local' };
for (const [name, value] of Object.entries(environment)) vi.stubEnv(`AWS_${name}`, value);

const dynamodb = await startDynamoDb({ folder: null });
const { client, documents } = connect(dynamodb.endpoint);
const table = { name: 'interviews', client: documents };
const stored = manyInterviews(400, now);
beforeAll(async () => {
  await ensureTable(dynamodb.endpoint, table.name);
  await storeListed(table, stored);
});
afterAll(async () => {
  client.destroy();
  await dynamodb.close();
});

const deps = {
  list: (asked: Parameters<typeof list>[1]) => list(table, asked),
  linkKeys: async () => keys,
  now: () => now,
};
const read = (query: Record<string, string>) =>
  listInterviews(deps, parseInput(listInterviewsEndpoint.query, query));

/** All pages of a list, each with the ids on it. */
const pagesOf = async (query: Record<string, string>, limit: number) => {
  const pages: string[][] = [];
  let cursor: string | null = null;
  do {
    const page = await read({ ...query, limit: String(limit), ...(cursor && { cursor }) });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    pages.push(page.items.map(({ interview_id }) => interview_id));
    cursor = page.next_cursor;
  } while (cursor);
  return pages;
};

/** The status by the clock, told in another way. */
const statusOf = ({ status, ends_at, expired_at }: ListedInterview) => {
  const isOver = ends_at !== null && Date.parse(ends_at) + 2 * hour < now;
  return status === 'scheduled' && (isOver || expired_at) ? 'expired' : status;
};

/** Latest start first; those without one last, the newest first. */
const inOrder = (interviews: ListedInterview[]) => {
  const placeOf = ({ starts_at, created_at, interview_id }: ListedInterview) =>
    `${starts_at ? 1 : 0} ${starts_at ?? created_at} ${interview_id}`;
  return interviews.toSorted((a, b) => (placeOf(a) < placeOf(b) ? 1 : -1));
};

type Check = (interview: ListedInterview) => boolean;
/** Each filter by what it is to let through. */
const all: [Record<string, string>, Check] = [{}, () => true];
const filters: (typeof all)[] = [
  all,
  ...['scheduled', 'expired', 'in_progress', 'completed', 'cancelled'].map((status): typeof all => [
    { status },
    (one) => statusOf(one) === status,
  ]),
  [{ kit_id: kitOf(3).toUpperCase() }, (one) => one.kit_id === kitOf(3)],
  [{ email: ` ${emailOf(4).toUpperCase()}` }, (one) => one.candidate_email === emailOf(4)],
  [{ from: '2026-11-24' }, ({ starts_at }) => starts_at !== null && starts_at >= '2026-11-24'],
  [{ to: '2026-11-25' }, ({ starts_at }) => starts_at !== null && starts_at < '2026-11-26'],
  [
    { from: '2026-11-25T06:00:00+01:00', to: '2026-11-27T18:00:00Z' },
    ({ starts_at }) =>
      starts_at !== null &&
      starts_at >= '2026-11-25T05:00:00.000Z' &&
      starts_at <= '2026-11-27T18:00:00.000Z',
  ],
];

it('lists what a plain filter finds, for every filter and every two of them', async () => {
  const pairs = filters.flatMap((first, n) => filters.slice(n).map((second) => [first, second]));
  for (const pair of pairs) {
    const asked = pair.flatMap(([filter]) => Object.keys(filter));
    const isOne = pair[0] === pair[1];
    if (!isOne && new Set(asked).size < asked.length) continue;
    const query = Object.assign({}, ...pair.map(([filter]) => filter));
    const wanted = stored.filter((one) => pair.every(([, isShown]) => isShown(one)));

    const found = (await pagesOf(query, 100)).flat();

    const ids = inOrder(wanted).map(({ interview_id }) => interview_id);
    expect(found, JSON.stringify(query)).toEqual(ids);
  }
});

it('has each interview on one page, and full pages where nothing is searched, whatever the limit', async () => {
  const cancelled = filters.find(([{ status }]) => status === 'cancelled') ?? all;
  for (const [[filter, isShown], limit] of [
    [all, 40],
    [all, 99],
    [cancelled, 1],
    [cancelled, 7],
  ] as const) {
    const ids = inOrder(stored.filter(isShown)).map(({ interview_id }) => interview_id);

    const pages = await pagesOf(filter, limit);

    expect(pages.flat()).toEqual(ids);
    expect(pages).toHaveLength(Math.ceil(ids.length / limit));
  }
});

it('goes on after what it has shown when interviews are added before and after', async () => {
  const first = await read({ status: 'completed', limit: '10' });
  const added = stored.slice(0, 2).map((one, n) => ({
    ...one,
    interview_id: `00000000-0000-4000-8000-00000000000${n}`,
    status: 'completed' as const,
    starts_at: new Date(now + (n === 0 ? 9_000 : -9_000) * hour).toISOString(),
    candidate_email: 'added@example.com',
  }));
  await storeListed(table, added);

  const rest = await pagesAfter({ status: 'completed', limit: '50' }, first.next_cursor);

  const before = stored.filter(({ status }) => status === 'completed');
  const shown = [...first.items.map(({ interview_id }) => interview_id), ...rest];
  const expected = inOrder(before).map(({ interview_id }) => interview_id);
  expect(shown.filter((id) => id !== added[1]?.interview_id)).toEqual(expected);
  expect(rest).toContain(added[1]?.interview_id);
});

const pagesAfter = async (query: Record<string, string>, cursor: string | null) => {
  const shown: string[] = [];
  for (let next = cursor; next; ) {
    const page = await read({ ...query, cursor: next });
    shown.push(...page.items.map(({ interview_id }) => interview_id));
    next = page.next_cursor;
  }
  return shown;
};

it('refuses a cursor that was altered, or made for another list', async () => {
  const { next_cursor } = await read({ status: 'completed', limit: '5' });
  const cursor = next_cursor ?? '';
  const altered = [...cursor].map(
    (letter, n) => cursor.slice(0, n) + (letter === 'A' ? 'B' : 'A') + cursor.slice(n + 1),
  );
  const others = filters
    .map(([filter]) => filter)
    .filter((filter) => filter.status !== 'completed')
    .map((filter) => ({ ...filter, cursor }));
  const asked = [
    ...altered.map((wrong) => ({ status: 'completed', cursor: wrong })),
    ...others,
    { status: 'completed', kit_id: kitOf(1), cursor },
  ];

  const codes = await Promise.all(
    asked.map((query) =>
      read(query).then(
        () => 'taken',
        ({ code }) => code,
      ),
    ),
  );

  expect(new Set(codes)).toEqual(new Set(['invalid_cursor']));
  expect((await read({ status: 'completed', limit: '9', cursor })).items).toHaveLength(9);
});

it('refuses what no filter can be, in a sentence', async () => {
  const refusals: [Record<string, string>, string][] = [
    [
      { status: 'lost' },
      'status must be one of scheduled, in_progress, completed, cancelled, expired',
    ],
    [{ from: 'today' }, 'from must be a date or a moment with a zone'],
    [{ to: '2026-02-30' }, 'to must be a date or a moment with a zone'],
    [{ from: '2026-11-25', to: '2026-11-24' }, 'to must not be before from'],
    [{ kit_id: '7' }, 'kit_id must be a UUID'],
    [{ email: 'nobody' }, 'email is not an e-mail address'],
    [{ limit: '101' }, 'limit must be at most 100'],
    [{ limit: '0' }, 'limit must be at least 1'],
  ];
  for (const [query, message] of refusals) {
    await expect(async () => read(query), JSON.stringify(query)).rejects.toMatchObject({
      code: 'invalid_input',
      message: expect.stringContaining(message),
    });
  }
});

it('shows what is known of each interview, and its link by the keys that there are', async () => {
  const [one] = stored;
  if (!one) throw new Error('There is none');
  const interview: ListedInterview = {
    ...one,
    interview_id: '00000000-0000-4000-8000-00000000000a',
    candidate_email: 'shown@example.com',
    status: 'scheduled',
    starts_at: new Date(now).toISOString(),
    ends_at: new Date(now + hour).toISOString(),
    link_key_id: 1,
    answered_questions: 2,
    total_questions: 5,
    decision: 'hold',
    open_requests: 1,
  };
  await storeListed(table, [interview]);
  const readItem = async (changed: Partial<ListedInterview>) => {
    await storeListed(table, [{ ...interview, ...changed }]);
    return (await read({ email: 'shown@example.com' })).items[0];
  };

  const open = await readItem({});
  const early = await readItem({ starts_at: new Date(now + hour).toISOString() });
  const retired = await readItem({ link_key_id: 2 });
  const done = await readItem({ status: 'completed', score: 0, recommendation: 'No' });

  expect(open).toMatchObject({ status: 'scheduled', link_status: 'open', answered_questions: 2 });
  expect(open).toMatchObject({
    decision: 'hold',
    open_requests: 1,
    score: null,
    needs_human: null,
  });
  expect(open?.expires_at).toBe('2026-11-26T15:00:00Z');
  expect(early).toMatchObject({ link_status: 'not_open' });
  expect(retired).toMatchObject({ link_status: 'none' });
  expect(done).toMatchObject({ link_status: 'closed', score: 0, recommendation: 'No' });
});

it.each([
  ['completed', 5, 4],
  ['in_progress', 4, 5],
])(
  'shows an interview once that is found in two lists, as it is in the newer row: %s',
  async (newer, ...revisions) => {
    const rows = ['completed', 'in_progress'].map((status, n) => ({
      pk: 'INTERVIEW#moved',
      ...stored[0],
      status,
      revision: revisions[n],
      gsi1sk: '2026-11-26T12:00:00.000Z#moved',
    }));
    const moving = {
      name: 'moving',
      client: { send: async () => ({ Items: rows.splice(0, 1) }) },
    } as unknown as typeof table;
    const { interviews } = await list(moving, {
      ...placesBetween({}),
      partitions: partitionsOf(['completed', 'in_progress']),
      rows: 10,
      limit: 10,
      isShown: () => true,
    });

    expect(interviews.map(({ status }) => status)).toEqual([newer]);
  },
);

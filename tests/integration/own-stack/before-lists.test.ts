import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it, onTestFinished, vi } from 'vitest';
import { startDynamoDb } from '../../../local/dynamodb/dynamodb.ts';
import { names } from '../../../local/environment.ts';
import { ensureTable } from '../../../local/tables.ts';
import stored from '../../data/before-lists.json' with { type: 'json' };
import { startTestStack } from '../../support/stack.ts';
import { tableAccess } from '../../support/table-access.ts';

const environment = { REGION: 'us-east-1', ACCESS_KEY_ID: 'local', SECRET_ACCESS_KEY: 'local' };
for (const [name, value] of Object.entries(environment)) vi.stubEnv(`AWS_${name}`, value);
const folder = await mkdtemp(join(tmpdir(), 'talaro-before-lists-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Leaves the folder as the version before did. */
const leave = async () => {
  const dynamodb = await startDynamoDb({ folder: join(folder, 'dynamodb') });
  await ensureTable(dynamodb.endpoint, names.table);
  const table = tableAccess(dynamodb.endpoint, names.table);
  for (const item of stored.items) await table.put(item);
  table.close();
  await dynamodb.close();
};
await leave();
const said = vi.spyOn(console, 'log').mockImplementation(() => {});
const stack = await startTestStack({ folder });
const started = said.mock.calls.flat();
said.mockRestore();
const { api, table } = stack;
const recruiter = await api.logIn();
const { access } = recruiter;
const { ids } = stored;
const day = '2026-11-26';

const report = async (query = {}) =>
  (await api.call('reportInterviews', { access, query: { from: day, to: day, ...query } })).ok();
const today = () => new Date().toISOString().slice(0, 10);
const firstDay = today();
/** The reports of all days on which something happened, which may be years apart. */
const reports = () => {
  const days = [...new Set([day, firstDay, today()])];
  return Promise.all(days.map((one) => report({ from: one, to: one })));
};

it('puts interviews of the version before into lists when it starts, as they are', async () => {
  const all = (await api.call('listInterviews', { access })).ok();
  const done = await api.call('listInterviews', { access, query: { email: 'mei@example.com' } });
  const over = await api.call('listInterviews', { access, query: { status: 'expired' } });
  const started_one = await api.call('listInterviews', {
    access,
    query: { status: 'in_progress' },
  });

  const order = ['done', 'linked', 'past', 'scheduled', 'started', 'undated'] as const;
  expect(started).toEqual(['Put 6 interviews of an earlier version into lists']);
  expect(all.items.map(({ interview_id }) => interview_id).toSorted()).toEqual(
    order.map((name) => ids[name]).toSorted(),
  );
  expect(all.items.slice(-2).map(({ interview_id }) => interview_id)).toEqual([
    ids.past,
    ids.undated,
  ]);
  expect(done.ok().items).toMatchObject([
    {
      interview_id: ids.done,
      status: 'completed',
      link_status: 'closed',
      answered_questions: 3,
      total_questions: 3,
      score: 0,
      recommendation: 'No',
      needs_human: true,
      decision: null,
    },
  ]);
  expect(over.ok().items).toMatchObject([{ interview_id: ids.past, link_status: 'expired' }]);
  expect(started_one.ok().items).toMatchObject([
    { interview_id: ids.started, link_status: 'open', answered_questions: 1, open_requests: 1 },
  ]);
});

it('and into reports, with what each has cost', async () => {
  const { totals, scores, waiting_for_decision, answer_times, competencies } = await report();
  const read = await Promise.all(Object.values(ids).map((id) => recruiter.read(id)));
  const details = read.map((reply) => reply.ok());
  const kit_id = details.find(({ interview_id }) => interview_id === ids.done)?.kit_id ?? '';

  expect(totals).toMatchObject({ linked: 4, opened: 0, started: 2, completed: 1, cancelled: 0 });
  expect(waiting_for_decision).toBe(1);
  expect(scores.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(competencies.length).toBeGreaterThan(0);
  expect(answer_times.bands[0]).toEqual({ over_s: 0, up_to_s: 30, count: 4 });
  const usd = details.reduce((sum, { cost }) => sum + cost.total_usd, 0);
  expect(usd).toBeGreaterThan(0);
  // Rounded up to a ten-thousandth of a cent, once for each use.
  expect(totals.cost_usd).toBeCloseTo(usd, 4);
  expect((await report({ kit_id })).totals).toMatchObject({ linked: 4, completed: 1 });
});

const migrating = async () => {
  // Loaded only now: they read the log level of the test.
  const { connectTable } = await import('../../../shared/table/client.ts');
  const { migrate, migrateOnce } = await import('../../../shared/migration/migrate.ts');
  const connected = connectTable(names.table);
  onTestFinished(() => connected.client.destroy());
  return { connected, migrate, migrateOnce };
};
const noted = { pk: 'MIGRATION#lists', sk: 'ONLY' };

it('and changes nothing when it is done again', async () => {
  const { connected, migrate, migrateOnce } = await migrating();
  const kept = async () =>
    (await table.scan()).filter(({ pk }) => !String(pk).startsWith('MIGRATION#'));
  const before = await kept();

  const again = [await migrateOnce(connected), await migrate(connected)];

  expect(again).toEqual([null, { seen: 6, changed: 0, failed: [] }]);
  expect(await kept()).toEqual(before);
});

it('goes on where it was stopped, and is not done as long as an interview cannot be read', async () => {
  const { connected, migrate, migrateOnce } = await migrating();
  const found = (await table.scan()).filter(({ sk }) => sk === 'INTERVIEW');
  const [first, second] = found.map(({ pk, sk }) => ({ pk, sk }));
  await table.put({ ...noted, after: first });
  const rest = await migrateOnce(connected);
  await table.change(String(second?.pk), 'INTERVIEW', { language: 7 });

  const broken = await migrate(connected);
  const again = await migrateOnce(connected);
  await table.change(String(second?.pk), 'INTERVIEW', { language: 'en-US' });
  const mended = [await migrateOnce(connected), await migrateOnce(connected)];

  expect(rest).toEqual({ seen: 5, changed: 0, failed: [] });
  expect(broken).toEqual({ seen: 6, changed: 0, failed: [found[1]?.interview_id] });
  expect(again).toEqual(broken);
  expect(mended).toEqual([{ seen: 6, changed: 0, failed: [] }, null]);
});

it('and they go on: what happens next is listed and counted', async () => {
  const candidate = api.candidate((await recruiter.getLink(ids.started)).ok());
  (await candidate.submit('We moved the bookings to a queue and measured the latency.')).ok();
  (await candidate.complete()).ok();

  const query = { status: 'completed' };
  const { items } = (await api.call('listInterviews', { access, query })).ok();
  const after = await reports();
  const sum = (numbers: number[]) => numbers.reduce((total, one) => total + one);
  const shown = items.find(({ interview_id }) => interview_id === ids.started);

  expect(shown).toMatchObject({ answered_questions: 2, total_questions: 3 });
  expect(sum(after.map((one) => one.waiting_for_decision))).toBe(2);
  expect(sum(after.map(({ totals }) => totals.completed))).toBe(2);
  expect(sum(after.map(({ totals }) => totals.started))).toBe(2);
});

it('and what is erased of them leaves the reports as well', async () => {
  for (const name of ['done', 'started', 'linked', 'past', 'scheduled', 'undated'] as const) {
    const request = { access, params: { interview_id: ids[name] }, query: { reason: 'requested' } };
    (await api.call('eraseInterview', request)).ok();
  }

  const { items } = (await api.call('listInterviews', { access })).ok();

  expect(items).toEqual([]);
  for (const { totals, ...left } of await reports()) {
    expect(new Set(Object.values(totals))).toEqual(new Set([0]));
    expect(left).toMatchObject({ waiting_for_decision: 0, competencies: [] });
    expect(left.answer_times.median_s).toBeNull();
  }
});

import { describe, expect, it } from 'vitest';
import { createInterviews } from '../../../functions/create-interviews/create-interviews.ts';
import { createInterviewsEndpoint } from '../../../shared/contract/endpoints/create-interviews.ts';
import { AppError } from '../../../shared/domain/errors.ts';
import { statuses } from '../../../shared/http/statuses.ts';
import { bind } from '../../../shared/table/client.ts';
import { idsBehind, keyed, readRows } from '../../../shared/table/idempotency.ts';
import { createInterview as store } from '../../../shared/table/interviews.ts';
import { readKit } from '../../../shared/table/kits.ts';
import { codeOf } from '../../support/refusals.ts';
import { createWorld, type World } from '../../support/world.ts';
import { erase } from './erased.ts';

const by = { recruiter: 'r-1' };
const row = (n: number, over: object = {}) => ({
  candidate_name: `Candidate ${n}`,
  candidate_email: `candidate-${n}@example.com`,
  job_title: 'Backend Engineer',
  job_description: 'We store orders.',
  ai_interview_type: 'technical',
  starts_at: '2026-11-23T10:00:00Z',
  ...over,
});
const rowsOf = (count: number, over: object = {}) =>
  Array.from({ length: count }, (_, n) => row(n, over));

const send = async (
  world: World,
  interviews: unknown[],
  { key = 'key-1', links = true, ms = 25_000 }: { key?: string; links?: boolean; ms?: number } = {},
) => {
  const { body: Body, response, folder } = createInterviewsEndpoint;
  const sent = Body.parse({ interviews, generate_links: links });
  const deps = {
    ...world.linking,
    ...bind(world.table, { store, readKit, idsBehind, readRows }),
    approved_only: false,
    refusalOf: (caught: unknown) => {
      if (!(caught instanceof AppError)) throw caught;
      const { message: error, code, details } = caught;
      return { status: statuses[code], error: { error, code, ...details } };
    },
  };
  const request = keyed(by, folder, { key, body: sent });
  const deadline = { at: world.clock.ms + ms };
  const { body, replayed } = await createInterviews(deps, { by, sent, request, deadline });
  return { ...response.parse(body), replayed };
};
const statusesOf = ({ results }: Awaited<ReturnType<typeof send>>) =>
  results.map(({ status, link, error }) => `${status} ${error?.code ?? (link ? 'link' : '')}`);
const stored = (world: World, sk: string) => world.items().filter((item) => item.sk === sk);

describe('a batch', () => {
  it('of a hundred interviews of one job makes a hundred links and asks a model for one kit', async () => {
    const world = createWorld();

    const made = await send(world, rowsOf(100));

    expect(new Set(statusesOf(made))).toEqual(new Set(['201 link']));
    expect(made.results.map(({ index }) => index)).toEqual(rowsOf(100).map((_, n) => n));
    expect(new Set(made.results.map(({ link }) => link?.link_token)).size).toBe(100);
    expect(world.interviewer.asked.map(({ call }) => call)).toEqual([
      'deriveCompetencies',
      'writeQuestions',
    ]);
  });

  it('makes no link unless asked', async () => {
    const world = createWorld();

    const made = await send(world, rowsOf(2), { links: false });

    expect(statusesOf(made)).toEqual(['201 ', '201 ']);
    expect(stored(world, 'LINK')).toEqual([]);
  });

  it('refuses rows alone, each as it would be refused alone', async () => {
    const world = createWorld();
    const missing = { kit_id: '00000000-0000-4000-8000-000000000009' };
    const rows = [
      row(0),
      null,
      row(2, { candidate_email: 'nobody' }),
      row(3, { ai_interview_type: null }),
      row(4, missing),
      row(5, missing),
    ];

    const made = await send(world, rows);

    expect(statusesOf(made)).toEqual([
      '201 link',
      '400 invalid_input',
      '400 invalid_input',
      '201 interview_not_ai',
      '404 kit_not_found',
      '404 kit_not_found',
    ]);
    expect(made.results[2]?.error?.issues).toMatchObject([{ path: 'candidate_email' }]);
    expect(made.results[3]?.interview).toMatchObject({ candidate_name: 'Candidate 3' });
    expect(stored(world, 'INTERVIEW')).toHaveLength(2);
  });

  it('whose kit the AI cannot write says so in every row, and has tried it once', async () => {
    const world = createWorld();
    world.interviewer.state.fail = 'throttled';

    const made = await send(world, rowsOf(12));
    world.interviewer.state.fail = null;
    const asked = world.interviewer.asked.length;
    const again = await send(world, rowsOf(12));

    expect(new Set(statusesOf(made))).toEqual(new Set(['201 ai_unavailable']));
    expect(asked).toBe(1);
    expect(new Set(statusesOf(again))).toEqual(new Set(['201 link']));
    expect(stored(world, 'INTERVIEW')).toHaveLength(12);
  });
});

describe('a batch sent again under its key', () => {
  it('answers the same, link and all, and makes nothing', async () => {
    const world = createWorld();
    const rows = [...rowsOf(3), row(3, { candidate_email: 'nobody' })];

    const first = await send(world, rows);
    const before = world.items();
    const again = await send(world, rows);

    const seen = ({ results }: typeof first) =>
      results.map(({ index, status, interview, link, error }) => [
        ...[index, status, interview?.interview_id, interview?.candidate_email, link, error],
      ]);
    expect(seen(again)).toEqual(seen(first));
    expect([first.replayed, again.replayed]).toEqual([false, true]);
    expect(world.items()).toEqual(before);
  });

  it('goes on where time had cut it, with interviews or with links', async () => {
    const world = createWorld();
    // Every look at the clock is a millisecond.
    const cut = await send(world, rowsOf(30), { ms: 45 });
    const later = await send(world, rowsOf(30), { ms: 120 });
    const whole = await send(world, rowsOf(30));

    const statuses = [cut, later].map((one) => new Set(statusesOf(one)));
    expect(statuses[0]).toEqual(new Set(['503 unavailable']));
    expect(cut.results.filter(({ interview }) => interview).length).toBeGreaterThan(0);
    expect(cut.results.at(-1)?.interview).toBeUndefined();
    expect(statuses[1]).toEqual(new Set(['201 link', '503 unavailable']));
    expect(new Set(statusesOf(whole))).toEqual(new Set(['201 link']));
    expect(stored(world, 'INTERVIEW')).toHaveLength(30);
    expect(world.interviewer.times('deriveCompetencies')).toBe(1);
  });

  it('is refused as a whole with another body, and makes nothing', async () => {
    const world = createWorld();
    await send(world, rowsOf(2));

    expect(await codeOf(send(world, rowsOf(3)))).toBe('idempotency_mismatch');
    expect(await codeOf(send(world, rowsOf(2), { links: false }))).toBe('idempotency_mismatch');
    expect(stored(world, 'INTERVIEW')).toHaveLength(2);
  });

  it('finds the rows erased that were, and the others made', async () => {
    const world = createWorld();
    const { results } = await send(world, rowsOf(2));
    await erase(world, results[0]?.interview?.interview_id ?? '');

    expect(statusesOf(await send(world, rowsOf(2)))).toEqual([
      '404 interview_not_found',
      '201 link',
    ]);
  });

  it('at the same moment makes each interview once', async () => {
    const world = createWorld();

    const both = await Promise.all([send(world, rowsOf(12)), send(world, rowsOf(12))]);

    expect(both.map(({ replayed }) => replayed)).toContain(true);
    const [one, other] = both.map(({ results }) =>
      results.map(({ interview }) => interview?.interview_id),
    );
    expect(one).toEqual(other);
    expect(stored(world, 'INTERVIEW')).toHaveLength(12);
  });
});

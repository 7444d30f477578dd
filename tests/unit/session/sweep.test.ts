import { describe, expect, it } from 'vitest';
import { changeInterview } from '../../../shared/table/audit.ts';
import { transact } from '../../../shared/table/client.ts';
import { interviewIndex } from '../../../shared/table/keys.ts';
import { id } from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';
import { reported } from '../../support/reported.ts';
import { createWorld, type World } from '../../support/world.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;
/** When the link of the world's interview expires. */
const expiry = Date.parse('2026-11-23T13:00:00Z');

const at = (world: World, moment: number) => {
  world.clock.ms = moment;
};

/** An interview in progress, with its first `answers` questions answered. */
const started = async (answers: number) => {
  const world = createWorld();
  await world.create();
  const { link_token: token, ai_session_id: session_id } = await world.generate();
  const { questions } = await world.start(token);
  for (let n = 1; n <= answers; n++) {
    await world.submit(token, { session_id, response_text: `answer ${n}` });
  }
  const question_id = (n: number) => questions[n - 1]?.id ?? '';
  return { world, token, session_id, question_id };
};

/** Changes the interview as it is stored, with its place in the lists. */
const move = async (world: World, set: object) => {
  const { interview } = await world.look();
  await transact(
    world.table,
    changeInterview(world.table, interview.interview_id, null, {
      set: { ...set, ...interviewIndex({ ...interview, ...set }) },
    }),
  );
};

const listIn = (world: World) =>
  world.items().flatMap(({ gsi1pk }) => /^INTERVIEWS#(\w+)#/.exec(String(gsi1pk))?.[1] ?? []);

describe('an interview that expired in the middle', () => {
  it('is sealed a day after its link, evaluated with what was answered, the draft kept as not sent', async () => {
    const { world, token, session_id, question_id } = await started(1);
    const sent = { session_id, question_id: question_id(2), text: 'Half a', version: 1 };
    await world.draft(token, sent);

    at(world, expiry + 24 * hour - minute);
    expect(await world.sweep()).toMatchObject({ due: 0 });
    at(world, expiry + 24 * hour + minute);
    expect(await world.sweep()).toMatchObject({ due: 1, sealed: 1, overdue: 0 });
    // No model is asked by the sweep itself.
    expect(world.interviewer.times('writeClosing')).toBe(0);
    await world.deliver();

    const { interview, audit, drafts, evaluations } = await world.look();
    expect(interview).toMatchObject({ status: 'completed', completed_by: 'expiry' });
    expect(audit.find(({ event }) => event === 'interview_completed')).toMatchObject({
      actor: 'system',
      facts: { answered: 1, completed_by: 'expiry' },
    });
    expect(evaluations).toMatchObject([{ score: 17, status: 'scored' }]);
    expect(drafts).toMatchObject([{ text: 'Half a', question_id: question_id(2) }]);
  });

  it('can be extended until then, and the same link goes on at the right question', async () => {
    const { world, token, session_id, question_id } = await started(1);
    at(world, expiry + 3 * hour);
    expect(await codeOf(world.start(token))).toBe('link_expired');

    await move(world, { ends_at: '2026-11-24T11:00:00Z' });

    expect(await world.start(token)).toMatchObject({ current_question_id: question_id(2) });
    await world.submit(token, { session_id, response_text: 'answer 2' });
    expect(await world.sweep()).toMatchObject({ due: 0 });
    at(world, expiry + 25 * hour);
    expect(await world.sweep()).toMatchObject({ due: 0 });
    at(world, expiry + 49 * hour);
    expect(await world.sweep()).toMatchObject({ sealed: 1 });
  });

  it('without any answer is not scored and needs a human, whoever sealed it', async () => {
    const ends: ((of: Awaited<ReturnType<typeof started>>) => Promise<unknown>)[] = [
      async ({ world }) => {
        at(world, expiry + 25 * hour);
        await world.sweep();
        await world.deliver();
      },
      ({ world, token, session_id }) => world.complete(token, session_id),
      ({ world }) => world.close(),
    ];
    const ended = await Promise.all(
      ends.map(async (end) => {
        const of = await started(0);
        await end(of);
        return of.world;
      }),
    );

    for (const world of ended) {
      const { evaluations } = await world.look();
      expect(evaluations).toMatchObject([
        { status: 'needs_human', needs_human: true, score: null, recommendation: null },
      ]);
      const item = world.items().find(({ sk }) => sk === 'INTERVIEW');
      expect(item).toMatchObject({ status: 'completed', score: null, needs_human: true });
      expect(world.items().some((one) => 'score:0' in one)).toBe(false);
      expect(world.interviewer.times('writeClosing')).toBe(0);
    }
    expect(
      await Promise.all(ended.map(async (w) => (await w.look()).interview.completed_by)),
    ).toEqual(['expiry', 'candidate', 'recruiter']);
  });

  it('waits seven days more for a request that nobody has handled', async () => {
    const { world, token } = await started(1);
    await world.accommodate(token);

    at(world, expiry + 24 * hour + 7 * day - minute);
    expect(await world.sweep()).toMatchObject({ due: 0 });
    at(world, expiry + 24 * hour + 7 * day + minute);
    expect(await world.sweep()).toMatchObject({ sealed: 1 });
  });
});

describe('closing an interview for its candidate', () => {
  it('seals and evaluates it by the caller, and repeats its answer', async () => {
    const { world } = await started(2);

    const closed = await world.close();

    expect(closed).toMatchObject({ status: 'completed', score: 33, answered_questions: 2 });
    expect(await world.close()).toEqual(closed);
    const { audit, evaluations } = await world.look();
    expect(evaluations).toHaveLength(1);
    expect(audit.filter(({ event }) => event === 'interview_completed')).toMatchObject([
      { actor: 'recruiter:recruiter-1', facts: { completed_by: 'recruiter' } },
    ]);
  });

  it('leaves the evaluation to the queue if the model fails', async () => {
    const { world } = await started(1);
    world.interviewer.state.fail = 'unavailable';

    expect(await world.close()).toMatchObject({ status: 'evaluating', score: null });
    world.interviewer.state.fail = null;
    await world.deliver();

    expect(await world.close()).toMatchObject({ status: 'completed', score: 17 });
  });

  it('refuses one that has not started', async () => {
    const world = createWorld();
    await world.create();

    expect(await codeOf(world.close())).toBe('not_started');
  });
});

describe('the sweep', () => {
  it('puts a scheduled interview whose link has expired into the list of those, and counts it once', async () => {
    const world = createWorld();
    await world.create();
    const before = (await world.look()).audit.length;
    // A start that was admitted just before may be under way.
    at(world, expiry + minute / 2);
    expect(await world.sweep()).toMatchObject({ due: 0 });

    at(world, expiry + 5 * minute);
    const swept = [await world.sweep(), await world.sweep()];

    expect(swept).toMatchObject([{ expired: 1, overdue: 0 }, { due: 0 }]);
    const { interview, audit } = await world.look();
    expect(interview).toMatchObject({
      status: 'scheduled',
      expired_at: '2026-11-23T13:00:00.000Z',
    });
    expect(audit).toHaveLength(before);
    expect(listIn(world)).toEqual(['expired']);
    expect(reported(world.items()).expired).toBe(1);
  });

  it('leaves one that is still to come, that was moved, or that has no times', async () => {
    const world = createWorld();
    await world.create();
    await world.create({ interview_id: id(2), starts_at: null, ends_at: null });
    // Its window is longer than others’.
    await world.create({ interview_id: id(3), ends_at: '2026-11-30T11:00:00Z' });
    await move(world, { starts_at: '2026-11-25T10:00:00Z', ends_at: '2026-11-25T11:00:00Z' });
    at(world, expiry + hour);

    expect(await world.sweep()).toMatchObject({ due: 0 });
    expect(listIn(world)).toEqual(['scheduled', 'scheduled', 'scheduled']);
  });

  it('erases what is over for longer than it is kept, unless it is held', async () => {
    const world = createWorld();
    const over = {
      [id(1)]: { status: 'completed', completed_at: '2026-11-23T11:00:00.000Z' },
      // Both long before they were to start.
      [id(2)]: { status: 'cancelled', cancelled_at: '2026-11-23T11:00:00.000Z' },
      [id(3)]: { status: 'scheduled', expired_at: '2026-11-23T11:00:00.000Z' },
      [id(4)]: { status: 'completed', completed_at: '2026-11-23T11:00:00.000Z', legal_hold: true },
      [id(5)]: { status: 'completed', completed_at: '2026-11-23T13:00:00.000Z' },
      [id(7)]: { status: 'completed', completed_at: '2026-11-23T11:00:00.000Z' },
      [id(6)]: { status: 'cancelled', cancelled_at: '2026-11-23T11:00:00.000Z', starts_at: null },
    } as const;
    for (const [interview_id, set] of Object.entries(over)) {
      const isMoved = interview_id === id(2) || interview_id === id(7);
      const starts_at = isMoved ? '2027-03-01T10:00:00Z' : '2026-11-23T10:00:00Z';
      await world.create({ interview_id, starts_at, ends_at: null, ...set });
    }
    at(world, Date.parse('2026-12-23T12:00:00Z'));

    expect(await world.sweep()).toMatchObject({ erased: 0 });
    const swept = await world.sweep({ retention_days: 30 });

    expect(swept).toMatchObject({ erased: 5, overdue: 0 });
    expect(world.erased.toSorted()).toEqual([id(1), id(2), id(3), id(6), id(7)]);
  });

  it('goes on after one that fails, names it, and does it in a later run', async () => {
    const world = createWorld({
      before: (command) => {
        if (broken && command === 'QueryCommand') throw new Error('an answer cannot be read');
      },
    });
    let broken = false;
    for (const n of [1, 2, 3]) await world.create({ interview_id: id(n) });
    at(world, expiry + hour);
    // One that cannot be read at all.
    const { table } = world;
    await transact(table, changeInterview(table, id(2), 'scheduled', { set: { starts_at: 7 } }));

    const swept = await world.sweep();

    expect(swept).toMatchObject({ due: 3, expired: 2, overdue: 1, failed: 1 });
    expect(swept.errors).toMatchObject([{ interview_id: id(2), end: 'expire' }]);
    // A run that cannot read the lists fails as a whole.
    broken = true;
    await expect(world.sweep()).rejects.toThrow();
    broken = false;
    const set = { starts_at: '2026-11-23T10:00:00Z' };
    await transact(table, changeInterview(table, id(2), 'scheduled', { set }));
    expect(await world.sweep()).toMatchObject({ due: 1, expired: 1, overdue: 0 });
  });

  it('stops in time, says what is left, and begins elsewhere in the next run', async () => {
    const world = createWorld();
    const all = Array.from({ length: 200 }, (_, n) => id(n + 1));
    for (const interview_id of all) await world.create({ interview_id });
    at(world, expiry + hour);
    // Each look at the clock is a millisecond.
    const swept = await world.sweep({}, 20_000 + 60);

    expect(swept.due).toBe(200);
    expect(swept.expired).toBeGreaterThan(20);
    expect(swept.overdue).toBe(200 - swept.expired);
    expect(swept.overdue).toBeGreaterThan(100);
    expect(await world.sweep()).toMatchObject({ expired: swept.overdue, overdue: 0 });
  });

  it('erases nothing that was moved while its erasure began, before its tombstone', async () => {
    let moving = false;
    const world: World = createWorld({
      before: async (command) => {
        if (!moving || command !== 'TransactWriteItemsCommand') return;
        moving = false;
        await world.change('scheduled', {
          set: { starts_at: '2027-03-30T10:00:00Z', ends_at: '2027-03-30T11:00:00Z' },
          remove: ['expired_at'],
        });
      },
    });
    await world.create({ expired_at: '2026-11-23T13:00:00.000Z' });
    at(world, expiry + 40 * day);

    const swept = await world.sweep({ retention_days: 30 }, 270_000, async () => {
      moving = true;
    });

    expect(swept).toMatchObject({ due: 1, erased: 0, failed: 0, changed: 1 });
    expect((await world.look()).interview.ends_at).toBe('2027-03-30T11:00:00Z');
  });

  it('lets be what has changed since it was listed', async () => {
    const held = { legal_hold: true };
    const moved = { ends_at: '2027-03-30T11:00:00Z' };
    const completed_at = '2026-11-23T11:00:00.000Z';
    const cases = [
      ['in_progress', { set: moved }],
      ['in_progress', { set: { open_requests: 1 } }],
      ['in_progress', { set: { status: 'cancelled' } }],
      ['scheduled', { set: moved }],
      ['scheduled', { set: { expired_at: completed_at } }],
      ['scheduled', { set: { status: 'cancelled' } }],
      ['completed', { set: held }],
    ] as const;
    for (const [status, change] of cases) {
      const { world } = await started(0);
      await move(world, { status, ...(status === 'completed' && { completed_at }) });
      at(world, expiry + 90 * day);
      let stored: unknown;

      const swept = await world.sweep({ retention_days: 30 }, 270_000, async () => {
        if (!stored) await world.change(status, change);
        stored = (await world.look()).interview;
      });

      expect(swept).toMatchObject({ due: 1, sealed: 0, expired: 0, erased: 0 });
      expect(swept).toMatchObject({ changed: 1, failed: 0, overdue: 0 });
      expect((await world.look()).interview).toEqual(stored);
      expect(stored).toMatchObject('open_requests' in change.set ? {} : change.set);
      expect(world.erased).toEqual([]);
      const { expired, completed } = reported(world.items());
      expect([expired, completed]).toEqual([undefined, undefined]);
    }
  });

  it('does not seal what it cannot put on the queue', async () => {
    const { world } = await started(1);
    at(world, expiry + 25 * hour);
    world.queue.push = () => {
      throw new Error('The queue is away');
    };

    expect(await world.sweep()).toMatchObject({ due: 1, sealed: 0, failed: 1, overdue: 1 });
    expect((await world.look()).interview.status).toBe('in_progress');
  });
});

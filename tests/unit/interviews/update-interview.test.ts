import { describe, expect, it } from 'vitest';
import { InterviewChange } from '../../../shared/contract/endpoints/update-interview.ts';
import { parseInput } from '../../../shared/domain/parse-input.ts';
import { changeInterview } from '../../../shared/table/audit.ts';
import { transact } from '../../../shared/table/client.ts';
import { aKit } from '../../support/kits.ts';
import { anInterview, id } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusals.ts';
import { reported } from '../../support/reported.ts';
import { createWorld, type World } from '../../support/world.ts';

const by = { recruiter: 'recruiter-1' };
const admin = { ...by, admin: true } as const;
const read = InterviewChange.parse;
const itemOf = (world: World, kind: string) => world.items().find(({ sk }) => sk === kind);
const lastOf = async (world: World) => (await world.look()).audit.at(-1);

const worldIn = async (status: 'scheduled' | 'in_progress' | 'completed' | 'cancelled') => {
  const world = createWorld();
  await world.create();
  const { link_token, ai_session_id } = await world.generate();
  if (status === 'in_progress' || status === 'completed') await world.start(link_token);
  if (status === 'completed') await world.complete(link_token, ai_session_id);
  if (status === 'cancelled') await world.cancel();
  return { world, token: link_token, session_id: ai_session_id };
};

describe('what can be changed', () => {
  const statuses = ['scheduled', 'in_progress', 'completed', 'cancelled'] as const;
  const started = [null, 'interview_started', 'interview_completed', 'interview_cancelled'];
  it.each<[fields: object, codes: (string | null)[]]>([
    [{ legal_hold: true }, [null, null, null, null]],
    [
      { starts_at: '2026-11-23T10:30:00Z' },
      [null, null, 'interview_completed', 'interview_cancelled'],
    ],
    [
      { ends_at: '2026-11-23T12:00:00Z' },
      [null, null, 'interview_completed', 'interview_cancelled'],
    ],
    [{ decision_by: '2026-12-11' }, [null, null, 'interview_completed', 'interview_cancelled']],
    [{ candidate_name: 'Ada' }, started],
    [{ candidate_email: 'new@example.com' }, started],
    [{ resume_text: 'Ten years.' }, started],
    ...[
      { job_title: 'Nurse' },
      { job_description: 'We nurse.' },
      { kit_id: id(7) },
      { kit_id: null },
      { ai_interview_type: 'coding' },
      { language: 'de' },
      { difficulty: 'hard' },
      { question_count: 4 },
    ].map((fields): [object, (string | null)[]] => [fields, ['has_link', ...started.slice(1)]]),
  ])('%j is refused in its time alone', async (fields, codes) => {
    for (const [n, status] of statuses.entries()) {
      const { world } = await worldIn(status);
      const before = world.items();

      expect([status, await codeOf(world.update(read(fields), admin))]).toEqual([status, codes[n]]);

      const {
        pk: _,
        sk: _sk,
        ...stored
      } = { ...itemOf(world, 'INTERVIEW'), ...itemOf(world, 'BRIEF') };
      if (codes[n] === null) expect(stored).toMatchObject(fields);
      else expect(world.items()).toEqual(before);
    }
  });

  it('without a link, and without a kit, is also what it is about', async () => {
    const world = createWorld();
    await world.create();
    const job = { job_title: 'Nurse', job_description: 'We nurse.', question_count: 4 };
    const more = { language: 'de-de', difficulty: 'hard', ai_interview_type: null } as const;

    const view = await world.update(read({ ...job, ...more, resume_text: null }));

    expect(view).toMatchObject({ ...job, ...more, language: 'de-DE', resume_text: null });
    expect((await world.look()).brief).toEqual({ job_description: 'We nurse.', resume_text: null });
    expect(await codeOf(world.update(read({ question_count: 2 })))).toBe('invalid_input');
  });

  it('is at least one field, each by the rules of create-interview', () => {
    const wrong = [
      {},
      { unknown: 1 },
      { if_updated_at: '2026-11-23T10:00:00Z' },
      { candidate_name: null },
      { candidate_name: ' ' },
      { candidate_email: 'nobody' },
      { starts_at: 'tomorrow' },
      { starts_at: '9999-01-01T00:00:00Z' },
      { decision_by: '2026-02-30' },
      { job_title: null },
      { question_count: 16 },
      { legal_hold: null },
    ];

    const codes = wrong.map((sent) => refusalOf(async () => parseInput(InterviewChange, sent)));

    return Promise.all(codes).then((all) =>
      expect(all.map((refusal) => refusal?.code)).toEqual(wrong.map(() => 'invalid_input')),
    );
  });
});

describe('an update', () => {
  it('is in the audit by its fields, without a word of them, and answers what is stored', async () => {
    const world = createWorld();
    await world.create();

    const view = await world.update(read({ candidate_name: 'Countess', resume_text: 'SECRET' }));

    const { interview, brief, audit } = await world.look();
    expect({ ...view, revision: interview.revision }).toEqual({
      ...interview,
      ...brief,
      id: interview.interview_id,
    });
    expect(audit.at(-1)).toEqual({
      event: 'interview_updated',
      at: interview.updated_at,
      actor: 'recruiter:recruiter-1',
      facts: { fields: 'candidate_name resume_text', link_deleted: false },
    });
  });

  it('that changes nothing writes nothing', async () => {
    const { world } = await worldIn('scheduled');
    const before = world.items();
    const { candidate_name, candidate_email, starts_at } = anInterview();

    const view = await world.update(read({ candidate_name, candidate_email, starts_at }));

    expect(view.updated_at).toBe(before.find(({ sk }) => sk === 'INTERVIEW')?.updated_at);
    expect(world.items()).toEqual(before);
  });

  it('of what was read before another one is refused with when that was', async () => {
    const world = createWorld();
    await world.create();
    const first = (await world.look()).interview.updated_at;
    const { updated_at } = await world.update(read({ candidate_name: 'A', if_updated_at: first }));

    const refusal = await refusalOf(
      world.update(read({ candidate_name: 'B', if_updated_at: first })),
    );

    expect(refusal).toMatchObject({ code: 'update_conflict', details: { updated_at } });
    expect((await world.look()).interview.candidate_name).toBe('A');
  });

  it('of what was read before a link was made is refused: it could end that link', async () => {
    const world = createWorld();
    await world.create();
    const { updated_at } = (await world.look()).interview;
    await world.generate();

    const change = read({ candidate_email: 'new@example.com', if_updated_at: updated_at });

    expect(await codeOf(world.update(change))).toBe('update_conflict');
    expect((await world.look()).link).not.toBeNull();
  });

  it('that deletes the link takes what it has added to the reports', async () => {
    const world = createWorld();
    await world.create();
    const { link_token } = await world.generate();
    await world.view(link_token);
    const before = reported(world.items());

    const view = await world.update(read({ candidate_email: 'new@example.com' }));

    expect([view.linked_at, view.opened_at]).toEqual([undefined, undefined]);
    expect(before).toMatchObject({ linked: 1, opened: 1 });
    expect(reported(world.items())).not.toHaveProperty('linked');
    expect(reported(world.items())).not.toHaveProperty('opened');
  });

  it('of two at once with what was read before is made by one, and without that by both', async () => {
    const world = createWorld();
    await world.create();
    const { updated_at } = (await world.look()).interview;
    const name = (candidate_name: string, if_updated_at?: string) =>
      codeOf(world.update(read({ candidate_name, if_updated_at })));

    const guarded = await Promise.all([name('A', updated_at), name('B', updated_at)]);
    const open = await Promise.all([name('C'), name('D')]);

    expect(guarded.toSorted()).toEqual([null, 'update_conflict'].toSorted());
    expect(open).toEqual([null, null]);
  });

  it.each([
    ['an admin', admin, null],
    ['a recruiter', by, 'forbidden'],
    ['a machine', { machine: 'ats' }, 'forbidden'],
  ])('of the legal hold by %s ends as it may', async (_who, caller, code) => {
    const world = createWorld();
    await world.create();

    expect(await codeOf(world.update(read({ legal_hold: true }), caller))).toBe(code);
    expect((await world.look()).interview.legal_hold).toBe(code ? undefined : true);
  });
});

describe('moving an interview', () => {
  it.each([
    [
      'its start alone',
      { starts_at: '2026-11-23T10:20:00+00:00' },
      '2026-11-23T10:20:00Z',
      '2026-11-23T11:00:00Z',
    ],
    [
      'its end alone',
      { ends_at: '2026-11-23T12:00:00Z' },
      '2026-11-23T10:00:00Z',
      '2026-11-23T12:00:00Z',
    ],
    [
      'its end to an hour',
      { ends_at: null, starts_at: '2026-11-23T09:00:00Z' },
      '2026-11-23T09:00:00Z',
      '2026-11-23T10:00:00Z',
    ],
    ['it to no time', { starts_at: null }, null, null],
  ])('moves %s, and its place in the lists', async (_what, sent, starts_at, ends_at) => {
    const world = createWorld();
    await world.create();

    const view = await world.update(read(sent));

    expect([view.starts_at, view.ends_at]).toEqual([starts_at, ends_at]);
    const place = starts_at ? new Date(starts_at).toISOString() : `-${view.created_at}`;
    const { gsi1sk, gsi2sk } = itemOf(world, 'INTERVIEW') ?? {};
    expect([gsi1sk, gsi2sk]).toEqual([`${place}#${view.id}`, `${place}#${view.id}`]);
  });

  it('to a start alone lasts an hour if it had no end', async () => {
    const world = createWorld();
    await world.create({ starts_at: null, ends_at: null });

    const view = await world.update(read({ starts_at: '2026-11-24T10:00:00Z' }));

    expect(view.ends_at).toBe('2026-11-24T11:00:00Z');
  });

  it.each([
    ['an end before its start', { ends_at: '2026-11-23T09:00:00Z' }, 'ends_at'],
    ['a start after its end', { starts_at: '2026-11-23T11:00:00Z' }, 'ends_at'],
    ['an end without a start', { starts_at: null, ends_at: '2026-11-23T11:00:00Z' }, 'ends_at'],
    ['no start, once it has started', { starts_at: null }, 'starts_at'],
  ])('to %s is refused', async (_what, sent, path) => {
    const { world } = await worldIn('in_progress');

    const refusal = await refusalOf(world.update(read(sent)));

    expect(refusal?.details.issues).toMatchObject([{ path }]);
  });

  it('in progress lets the same link go on at the right question after it had expired', async () => {
    const { world, token, session_id } = await worldIn('in_progress');
    await world.submit(token, { session_id, response_text: 'first' });
    world.clock.ms += 4 * 3_600_000;
    expect(await codeOf(world.start(token))).toBe('link_expired');

    await world.update(read({ ends_at: '2026-11-23T15:00:00Z' }));

    const { questions, current_question_id } = await world.start(token);
    expect(current_question_id).toBe(questions[1]?.id);
  });

  it('that had expired takes that and its count away, and its link works again', async () => {
    const { world, token } = await worldIn('scheduled');
    const expired_at = '2026-11-23T13:00:00.000Z';
    await transact(
      world.table,
      changeInterview(world.table, id(1), 'scheduled', {
        set: { expired_at, gsi1pk: 'INTERVIEWS#expired#0' },
        counts: [{ kit_id: null, at: expired_at, counts: { expired: 1 } }],
      }),
    );
    world.clock.ms += 24 * 3_600_000;
    await world.update(read({ candidate_name: 'Countess' }));
    expect(itemOf(world, 'INTERVIEW')).toMatchObject({
      expired_at,
      gsi1pk: 'INTERVIEWS#expired#0',
    });

    const view = await world.update(
      read({ starts_at: '2026-11-24T10:00:00Z', ends_at: '2026-11-24T11:00:00Z' }),
    );

    expect(view).not.toHaveProperty('expired_at');
    expect(itemOf(world, 'INTERVIEW')).not.toHaveProperty('expired_at');
    expect(itemOf(world, 'INTERVIEW')).toMatchObject({ gsi1pk: 'INTERVIEWS#scheduled#0' });
    expect(reported(world.items())).not.toHaveProperty('expired');
    expect((await world.start(token)).status).toBe('started');
  });
});

describe('a new address', () => {
  it('deletes the link at once, and the next one is for that address alone', async () => {
    const { world, token } = await worldIn('scheduled');

    await world.update(read({ candidate_email: 'new@example.com' }));

    expect(itemOf(world, 'LINK')).toBeUndefined();
    expect(itemOf(world, 'INTERVIEW')).not.toHaveProperty('link_key_id');
    expect(await codeOf(world.start(token))).toBe('link_invalid');
    expect((await lastOf(world))?.facts).toMatchObject({ link_deleted: true });
    const uses = () => world.items().filter(({ sk }) => String(sk).startsWith('USES'));
    const link = await world.generate();
    expect(link.candidate_email).toBe('new@example.com');
    expect(await codeOf(world.start(token))).toBe('link_invalid');
    expect((await world.start(link.link_token)).status).toBe('started');
    expect(uses().reduce((sum, { interviews }) => sum + Number(interviews ?? 0), 0)).toBe(1);
    expect(reported(world.items()).linked).toBe(1);
  });

  it('that differs in case alone leaves the link', async () => {
    const { world, token } = await worldIn('scheduled');

    await world.update(read({ candidate_email: 'ADA@example.com' }));

    expect((await world.start(token)).status).toBe('started');
  });
});

describe('a kit', () => {
  const withKit = async () => {
    const world = createWorld();
    await world.create();
    await world.generate();
    const kit_id = (await world.look()).interview.kit_id ?? '';
    // The link is gone with the address, the kit is there.
    await world.update(read({ candidate_email: 'new@example.com' }));
    return { world, kit_id };
  };

  it('refuses what differs from it, may be repeated, and can be left for a job of one’s own', async () => {
    const { world, kit_id } = await withKit();
    const { job_title } = anInterview();

    expect(await codeOf(world.update(read({ kit_id, job_title: 'Nurse' })))).toBe('invalid_input');
    expect(await codeOf(world.update(read({ job_title: 'Nurse' })))).toBe('invalid_input');
    expect(await codeOf(world.update(read({ kit_id, job_title })))).toBeNull();
    const view = await world.update(read({ kit_id: null, job_title: 'Nurse' }));

    expect(view).toMatchObject({ kit_id: null, job_title: 'Nurse' });
    expect((await world.generate()).job_title).toBe('Nurse');
    expect((await world.look()).interview.kit_id).not.toBe(kit_id);
  });

  it('that is taken brings all about the job along', async () => {
    const { world, kit_id } = await withKit();
    await world.update(read({ kit_id: null, job_title: 'Nurse', difficulty: 'hard' }));

    const view = await world.update(read({ kit_id }));

    const { job_title, difficulty } = anInterview();
    expect(view).toMatchObject({ kit_id, job_title, difficulty });
    expect(await codeOf(world.update(read({ kit_id: aKit().kit_id })))).toBe('kit_not_found');
  });
});

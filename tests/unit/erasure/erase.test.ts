import { describe, expect, it } from 'vitest';
import { countAccommodations } from '../../../shared/table/accommodations.ts';
import { changeInterview } from '../../../shared/table/audit.ts';
import { transact } from '../../../shared/table/client.ts';
import { keyed, readIds } from '../../../shared/table/idempotency.ts';
import { createInterview } from '../../../shared/table/interviews.ts';
import { interviewPk } from '../../../shared/table/keys.ts';
import { noteSound } from '../../../shared/table/links.ts';
import { anInterview, id } from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';
import { createWorld, replay, type World } from '../../support/world.ts';
import { counted, requireNothingLeft } from './left.ts';

const by = { recruiter: 'recruiter-1' };

type Hooks = NonNullable<Parameters<typeof createWorld>[0]>;

const secrets = ['Zyxquartz', 'Vexjumble', 'Jackdaw', 'Sphinx', 'Dwarf', 'Quiz'];

/** A completed interview with something of every kind, and the sound of a link that was never stored. */
const held = async (world: World) => {
  const [candidate_name, name, resume, answer, draft, message] = secrets as [
    string,
    string,
    string,
    string,
    string,
    string,
  ];
  await world.create({ candidate_name, candidate_email: `${name}@example.com` }, resume);
  await noteSound(world.table, id(1), { session_id: id(61), at: '2026-11-23T09:00:00Z' });
  world.sounds.add(`q_0_${id(61)}`);
  const { link_token, ai_session_id: session_id } = await world.generate();
  await world.accommodate(link_token, message);
  const { questions } = await world.start(link_token);
  const [first, second] = questions.map(({ id }) => id);
  await world.submit(link_token, { session_id, question_id: first, response_text: answer });
  await world.draft(link_token, {
    session_id,
    question_id: second ?? '',
    text: draft,
    version: 1,
  });
  await world.complete(link_token, session_id);
  await world.deliver();
  await world.evaluateAgain();
  await world.deliver();
  world.clock.ms += 600_000;
};

const prepared = async (hooks: Hooks = {}) => {
  const world = createWorld(hooks, { speaks: true });
  await held(world);
  return world;
};

describe('an erased interview', () => {
  it('is gone with everything that it had, and so are its counts', async () => {
    const world = await prepared();
    const before = JSON.stringify(world.items());
    for (const secret of secrets) expect(before).toContain(secret);
    expect(Object.keys(counted(world)).length).toBeGreaterThan(10);

    const erased = await world.erase();

    requireNothingLeft(world);
    expect(erased).toMatchObject({ interview_id: id(1), complete: true });
    const after = JSON.stringify(world.items());
    for (const secret of secrets) expect(after).not.toContain(secret);
  });

  it('leaves a tombstone that says when, by whom and why, and nothing else', async () => {
    const world = await prepared();

    const erased = await world.erase();

    const [row, tombstone] = world.items().filter(({ pk }) => pk === interviewPk(id(1)));
    expect(tombstone).toEqual({
      pk: interviewPk(id(1)),
      sk: 'ERASED',
      interview_id: id(1),
      erased_at: erased?.erased_at,
      erased_by: 'recruiter:recruiter-1',
      reason: 'requested',
    });
    expect(row).toMatchObject({
      event: 'interview_erased',
      facts: { from: 'completed', to: 'erased', reason: 'requested' },
    });
  });

  it('is erased by its audit, as long as that is there', async () => {
    const world = await prepared();
    const { audit } = await world.look();
    world.clock.ms = 0;

    await world.erase({ at: 0 });

    const rows = world.items().filter(({ sk }) => String(sk).startsWith('AUDIT#'));
    expect(rows).toHaveLength(audit.length + 1);
    expect(replay(rows as unknown as typeof audit).status).toBe('erased');
  });

  it('takes nothing from another interview of its kit', async () => {
    const world = createWorld({}, { speaks: true });
    await world.create({ interview_id: id(2), candidate_name: 'Other' });
    await world.generate(id(2));
    const before = { counted: counted(world), sounds: [...world.sounds] };
    await held(world);

    await world.erase();

    expect({ counted: counted(world), sounds: [...world.sounds] }).toEqual(before);
    expect((await world.look(id(2))).questions).not.toEqual([]);
  });

  it('is erased once: the repetition says the same and changes nothing', async () => {
    const world = await prepared();
    const first = await world.erase();
    const before = world.items();

    const second = await world.erase();

    expect(second).toEqual(first);
    expect(world.items()).toEqual(before);
  });

  it('leaves no hash of what it was made from, and what it was made under still leads nowhere', async () => {
    const world = createWorld();
    const body = { candidate_name: 'Zyxquartz' };
    const request = keyed(by, 'create-interview', { key: 'key-1', body });
    if (!request) throw new Error('There is a key');
    const interview = anInterview({ status: 'scheduled', created_at: '2026-11-23T09:59:00Z' });
    const brief = { job_description: 'Orders.', resume_text: null };
    await createInterview(world.table, { interview, brief, by, request });

    await world.erase();

    expect(JSON.stringify(world.items())).not.toContain(request.body_hash);
    expect(
      await readIds(world.table, { ...request, body_hash: 'another' }, world.clock.ms),
    ).toEqual({
      interview_id: id(1),
    });
    requireNothingLeft(world);
  });

  it('that never was is not erased', async () => {
    const world = createWorld();

    expect(await world.erase()).toBeNull();
    expect(world.items()).toEqual([]);
  });
});

it('an interview that was put back from a backup is not touched by the sweep, and can be erased again', async () => {
  const world = await prepared();
  const copies = world.items().filter(({ pk }) => pk === interviewPk(id(1)));
  await world.erase({ at: 0 });
  for (const Item of copies) {
    await transact(world.table, [{ Put: { TableName: world.table.name, Item } }]);
  }

  await world.resumeErasures();
  expect((await world.look()).responses).toHaveLength(1);

  await world.erase();
  expect(await world.erase()).toMatchObject({ complete: true });
});

describe('an interview on legal hold', () => {
  const hold = (world: World, legal_hold: boolean) =>
    transact(world.table, changeInterview(world.table, id(1), null, { set: { legal_hold } }));

  it('is not erased, and can be once the hold is lifted', async () => {
    const world = await prepared();
    await hold(world, true);
    const before = world.items();

    expect(await codeOf(world.erase())).toBe('legal_hold');
    expect(world.items()).toEqual(before);

    await hold(world, false);
    await world.erase();
    requireNothingLeft(world);
  });

  it('is not erased by a request that read it just before the hold', async () => {
    let armed = false;
    const world: World = await prepared({
      before: async (command) => {
        if (!armed || command !== 'TransactWriteItemsCommand') return;
        armed = false;
        await hold(world, true);
      },
    });
    armed = true;

    expect(await codeOf(world.erase())).toBe('legal_hold');
    expect((await world.look()).responses).toHaveLength(1);
  });
});

class Lost extends Error {}

describe('an erasure that is cut off', () => {
  it('at any call, before it or after its commit, is finished by the sweep or a repetition', async () => {
    let calls = 0;
    const whole = await prepared({ before: () => void calls++ });
    const start = calls;
    await whole.erase();
    const most = calls - start;

    expect(most).toBeGreaterThan(10);
    for (const phase of ['before', 'after'] as const) {
      for (let fault = 0; fault < most; fault++) {
        let call = Number.NEGATIVE_INFINITY;
        const world = await prepared({
          [phase]: () => {
            if (call++ === fault) throw new Lost(`${phase} ${fault}`);
          },
        });
        call = 0;

        await world.erase().catch((error: unknown) => {
          if (!(error instanceof Lost)) throw error;
        });
        const resumed = await world.resumeErasures();
        if (!world.items().some(({ sk }) => sk === 'ERASED')) await world.erase();

        expect([phase, fault, resumed.left]).toEqual([phase, fault, 0]);
        requireNothingLeft(world);
      }
    }
  });

  it('because its time is over goes on where it was', async () => {
    const world = await prepared();

    const cut = await world.erase({ at: 0 });
    const { finished } = await world.resumeErasures();

    expect(cut?.complete).toBe(false);
    expect(finished).toBe(1);
    requireNothingLeft(world);
  });
});

it('requests for an accommodation are not counted for an interview that was erased', async () => {
  const world = createWorld();

  await countAccommodations(world.table, id(1));

  expect(world.items()).toEqual([]);
});

it('the sound of a link that is being made goes once no request can store it any more', async () => {
  const world = createWorld({}, { speaks: true });
  await world.create();
  const at = new Date(world.clock.ms).toISOString();
  await noteSound(world.table, id(1), { session_id: id(61), at });

  const erased = await world.erase();
  world.sounds.add(`q_0_${id(61)}`);
  const { finished } = await world.resumeErasures();

  expect(erased?.complete).toBe(false);
  expect(finished).toBe(1);
  requireNothingLeft(world);
});

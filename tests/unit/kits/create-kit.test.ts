import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createKit } from '../../../functions/create-kit/create-kit.ts';
import { NewKit } from '../../../shared/contract/endpoints/create-kit.ts';
import { KitView } from '../../../shared/contract/kit-view.ts';
import { jobHash, type KitWriting } from '../../../shared/kits/write-kit.ts';
import { bind } from '../../../shared/table/client.ts';
import { idsBehind, keyed, readIds } from '../../../shared/table/idempotency.ts';
import { rememberKit } from '../../../shared/table/kit-writes.ts';
import { readKit } from '../../../shared/table/kits.ts';
import { fakeInterviewer } from '../../support/fake-interviewer.ts';
import { atOnce } from '../../support/kits.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { aRubric, inTime, openNow } from '../../support/records.ts';
import { codeOf, refusalOf } from '../../support/refusals.ts';
import { createWorld, type World } from '../../support/world.ts';

const by = { recruiter: 'recruiter-1' };
const job = { job_title: 'Dispatcher', job_description: 'You plan loads.' };

let fake: ReturnType<typeof fakeInterviewer>;
beforeEach(() => {
  fake = fakeInterviewer();
});

const create = (over: object = {}) => {
  const deps = {
    interviewer: fake.interviewer,
    putKit: vi.fn<KitWriting['putKit']>(async () => undefined),
    readKitOfJob: async () => null,
    readKit: async () => null,
    readNewestVersion: async () => null,
    ...bind(memoryTable().table, { readIds, idsBehind, rememberKit }),
    oneAtATime: atOnce,
    now: () => openNow,
  };
  const made = createKit(deps, by, NewKit.parse({ ...job, ...over }), {
    request: null,
    deadline: inTime,
  }).then(({ body }) => body);
  return { deps, made };
};
/** A rubric as a recruiter sends it: no version, no ids. */
const rubric = {
  criteria: aRubric(0.5, 0.5).criteria.map(({ id: _, ...criterion }, n) => ({
    ...criterion,
    name: ['First Things', 'Sécurité'][n],
  })),
};
const given = (count: number, over: object = {}) =>
  Array.from({ length: count }, (_, n) => ({ text: `Given ${n + 1}?`, ...over }));

describe('a kit that a recruiter asks for', () => {
  it('is stored as version 1, a draft, and kept whatever kit its job has', async () => {
    const { deps, made } = create();

    const view = KitView.parse(await made);

    expect(view).toMatchObject({
      ...job,
      ai_interview_type: 'general',
      difficulty: 'medium',
      language: 'en-US',
      version: 1,
      status: 'draft',
      archived: false,
      versions: [{ version: 1, created_by: 'recruiter:recruiter-1', interviews: 0 }],
      provenance: [{ prompt_version: 'derive' }, { prompt_version: 'write' }],
    });
    const [[stored, otherwise] = []] = deps.putKit.mock.calls;
    expect(otherwise).toBe('keep');
    expect(stored?.kit).toMatchObject({ kit_id: view.kit_id, question_count: 5 });
    expect(stored?.version.questions).toEqual(view.questions);
  });

  it('is that of the interviews with the same job', async () => {
    const { deps, made } = create({ question_count: 4 });
    await made;

    const [[stored] = []] = deps.putKit.mock.calls;
    const settings = {
      ai_interview_type: 'general',
      difficulty: 'medium',
      language: 'en-US',
    } as const;
    expect(stored?.kit.job_hash).toBe(jobHash({ ...job, ...settings, question_count: 4 }));
  });

  it.each([
    ['five if nothing is said', {}, 5],
    ['as many as is said', { question_count: 1 }, 1],
    ['five if fewer are given', { questions: given(2) }, 5],
    ['all that are given if they are more', { questions: given(7) }, 7],
    ['as many as is said, with those given', { questions: given(2), question_count: 3 }, 3],
  ])('has %s', async (_name, over, count) => {
    const { questions, question_count } = await create(over).made;

    expect(questions).toHaveLength(count);
    expect(question_count).toBe(count);
  });

  it('begins with the questions that are given, their rubrics with ids from the names', async () => {
    const { questions } = await create({
      questions: given(1, { competency: 'Data modelling', rubric }),
    }).made;

    expect(questions[0]).toMatchObject({
      text: 'Given 1?',
      competency_id: 'data-modelling',
      rubric: { version: 1, criteria: [{ id: 'first-things' }, { id: 'securite' }] },
    });
  });

  it('of questions that are given whole is made without the model', async () => {
    const { made } = create({
      question_count: 2,
      questions: given(2, { competency: 'Planning', rubric }),
    });

    expect((await made).provenance).toEqual([]);
    expect(fake.asked).toEqual([]);
  });

  it('is not asked for with fewer questions than are given', () => {
    const { error } = NewKit.safeParse({ ...job, questions: given(3), question_count: 2 });

    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual(['question_count']);
  });

  it('of more than 300 KB is refused', async () => {
    const phrases = Array(8).fill('ä'.repeat(300));
    const large = {
      criteria: aRubric(0.25, 0.25, 0.25, 0.25).criteria.map((one) => ({
        ...one,
        evidence_wanted: phrases,
        warning_signs: phrases,
      })),
    };
    const { deps, made } = create({
      questions: given(15, { competency: 'Planning', rubric: large }),
    });

    expect(await refusalOf(made)).toMatchObject({
      code: 'invalid_input',
      details: { issues: [{ message: expect.stringContaining('300 KB') }] },
    });
    expect(deps.putKit).not.toHaveBeenCalled();
  });
});

describe('a kit that the AI cannot write', () => {
  it.each(['throttled', 'invalid_output'] as const)(
    'is refused, to try again: %s',
    async (failure) => {
      fake.state.fail = failure;
      const { deps, made } = create();

      expect(await refusalOf(made)).toMatchObject({
        code: 'ai_unavailable',
        message: expect.stringMatching(/^Failed to write the interview kit: /),
        retry_after: 10,
      });
      expect(deps.putKit).not.toHaveBeenCalled();
    },
  );

  it('as the day’s budget is spent is refused until the next day', async () => {
    fake.state.fail = 'budget_reached';

    const refusal = await refusalOf(create().made);

    const untilMidnight = (Date.parse('2026-11-24T00:00:00Z') - openNow) / 1000;
    expect(refusal).toMatchObject({ code: 'budget_reached', retry_after: untilMidnight });
  });

  it('for another reason fails with it', async () => {
    const { deps, made } = create();
    deps.putKit.mockRejectedValue(new Error('The table is down'));

    await expect(made).rejects.toThrow('The table is down');
  });
});

it('a kit whose questions name nine competencies is refused before anything is paid for', () => {
  const questions = Array.from({ length: 9 }, (_, n) => ({
    text: `Given ${n + 1}?`,
    competency: `Competency ${n + 1}`,
  }));

  const { error } = NewKit.safeParse({ ...job, questions });

  expect(error?.issues).toMatchObject([{ path: ['questions'] }]);
});

describe('a request for a kit that is sent again under its key', () => {
  const send = (world: World, over: object = {}, key = 'key-1') => {
    const body = NewKit.parse({ ...job, ...over });
    const deps = {
      ...world.kits,
      ...bind(world.table, { readKit, readIds, idsBehind, rememberKit }),
    };
    const request = keyed(by, 'create-kit', { key, body });
    return createKit(deps, by, body, { request, deadline: { at: world.clock.ms + 25_000 } });
  };
  const derived = (world: World) => world.interviewer.times('deriveCompetencies');

  it('is paid for once, also by two at the same moment, for a known job too', async () => {
    const world = createWorld();
    for (const [n, key] of ['key-1', 'key-2'].entries()) {
      const both = await Promise.all([send(world, {}, key), send(world, {}, key)]);
      const again = await send(world, {}, key);

      expect(new Set([...both, again].map(({ body }) => body.kit_id)).size).toBe(1);
      expect([...both, again].map(({ replayed }) => replayed).toSorted()).toEqual([
        false,
        true,
        true,
      ]);
      expect(derived(world)).toBe(n + 1);
    }
  });

  it('gets the kit that another request made for both, then and later', async () => {
    const world = createWorld();

    const made = await Promise.all([send(world, {}, 'key-1'), send(world, {}, 'key-2')]);
    const again = await Promise.all([send(world, {}, 'key-1'), send(world, {}, 'key-2')]);

    expect(new Set([...made, ...again].map(({ body }) => body.kit_id)).size).toBe(1);
    expect(again.map(({ replayed }) => replayed)).toEqual([true, true]);
    expect(derived(world)).toBe(1);
  });

  it('is refused with another body, before anything is paid for', async () => {
    const world = createWorld();
    await send(world);

    expect(await codeOf(send(world, { question_count: 3 }))).toBe('idempotency_mismatch');
    expect(derived(world)).toBe(1);
  });

  it('with two bodies at the same moment makes one kit, and books what the other has cost', async () => {
    const world = createWorld();

    const both = await Promise.allSettled([send(world), send(world, { question_count: 3 })]);

    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'idempotency_mismatch' },
    });
    expect(world.interviewer.wasted).not.toEqual([]);
  });
});

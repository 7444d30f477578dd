import { beforeEach, describe, expect, it } from 'vitest';
import { ConditionFailed, type Item } from '../../../shared/table/client.ts';
import { keepEvaluation, noteEvaluationRequest } from '../../../shared/table/evaluations.ts';
import { readInterview } from '../../../shared/table/interviews.ts';
import { interviewPk, sk } from '../../../shared/table/keys.ts';
import { putLinkWithQuestions, replaceLink } from '../../../shared/table/links.ts';
import { keepAssessment, putResponse } from '../../../shared/table/responses.ts';
import { sealSession, startSession } from '../../../shared/table/sessions.ts';
import { type MemoryTable, memoryTable } from '../../support/memory-table.ts';
import {
  aLink,
  anAssessment,
  anEvaluation,
  anInterview,
  aProvenance,
  aQuestion,
  aResponse,
  aSession,
  id,
} from '../../support/records.ts';
import { evaluated, storeInterview } from '../../support/stored.ts';

type Status = Parameters<typeof storeInterview>[1];

const at = '2026-11-23T10:10:00.000Z';
const by = { recruiter: 'recruiter-1' };
const interview_id = id(1);
const live = aLink().link_id;
const dead = 'f'.repeat(32);
const newer = aLink({ link_id: 'e'.repeat(32), generation: 2 });

let memory: MemoryTable;
beforeEach(() => {
  memory = memoryTable();
});

const readAll = async () => {
  const record = await readInterview(memory.table, interview_id, 'audit');
  if (!record) throw new Error('The interview is gone');
  return record;
};

const writes = {
  start: (link_id = live) =>
    startSession(memory.table, anInterview(), { link_id, started_at: at, notice: null }),
  answer: (order = 1, link_id = live) =>
    putResponse(memory.table, anInterview(), { response: aResponse(order), link_id }),
  assess: (order = 1) =>
    keepAssessment(memory.table, anInterview(), { order, assessment: anAssessment(3), at }),
  seal: (answered = 0, link_id = live, follow_ups = 0) =>
    sealSession(memory.table, anInterview(), { link_id, answered, follow_ups, completed_at: at }),
  followUp: () =>
    keepAssessment(memory.table, anInterview(), {
      order: 1,
      assessment: anAssessment(2),
      at,
      follow_up: aQuestion(1.5, { follow_up_to: aQuestion(1).id }),
      allowed: 1,
    }),
  evaluate: async (version = 1) =>
    keepEvaluation(memory.table, await evaluated(memory.table), anEvaluation({ version })),
  ask: () => noteEvaluationRequest(memory.table, anInterview(), { version: 2, by, at }),
  link: async (replaced: ReturnType<typeof aLink> | null = null, count = 2) =>
    putLinkWithQuestions(memory.table, (await evaluated(memory.table)).interview, {
      link: newer,
      replaced,
      session: aSession({ session_id: id(51), started_at: null }),
      questions: Array.from({ length: count }, (_, n) => aQuestion(n + 1, { text: 'Fresh?' })),
      replaced_questions: replaced ? 3 : 0,
      replaced_kit: undefined,
      usd: 0,
      by,
    }),
  relink: (replaced = aLink(), status: 'scheduled' | 'in_progress' = 'in_progress') =>
    replaceLink(memory.table, interview_id, { link: newer, replaced, status, by }),
};

describe('an allowed write', () => {
  it.each<[string, Status, () => Promise<unknown>, string]>([
    ['the first link', 'created', () => writes.link(), 'link_generated'],
    ['a fresh link', 'scheduled', () => writes.link(aLink()), 'link_regenerated'],
    ['the start', 'scheduled', () => writes.start(), 'interview_started'],
    ['an answer', 'in_progress', () => writes.answer(), 'answer_stored'],
    ['a new link alone', 'in_progress', () => writes.relink(), 'link_regenerated'],
    [
      'a new link alone before the start',
      'scheduled',
      () => writes.relink(aLink(), 'scheduled'),
      'link_regenerated',
    ],
    ['the seal', 'in_progress', () => writes.seal(), 'interview_completed'],
    ['an evaluation', 'completed', () => writes.evaluate(), 'evaluation_stored'],
    ['a request for another evaluation', 'completed', () => writes.ask(), 'evaluation_requested'],
  ])('adds its row to the audit: %s', async (_name, status, write, event) => {
    await storeInterview(memory.table, status);
    const before = (await readAll()).audit.length;

    await write();

    const { audit } = await readAll();
    expect(audit).toHaveLength(before + 1);
    expect(audit.map((one) => one.event)).toContain(event);
  });

  it('starts the interview', async () => {
    await storeInterview(memory.table, 'scheduled');

    await writes.start();

    expect(await readAll()).toMatchObject({
      interview: { status: 'in_progress' },
      session: { started_at: at },
    });
  });

  it('stores an answer', async () => {
    await storeInterview(memory.table, 'in_progress');

    await writes.answer();

    expect(await readAll()).toMatchObject({ responses: [aResponse(1)], session: { answered: 1 } });
  });

  it('seals the interview', async () => {
    await storeInterview(memory.table, 'in_progress');
    await writes.answer();

    await writes.seal(1);

    expect(await readAll()).toMatchObject({
      interview: { status: 'completed' },
      session: { completed_at: at },
    });
  });

  it('seals the interview after a follow-up question that the seal has seen', async () => {
    await storeInterview(memory.table, 'in_progress');
    await writes.answer();
    await writes.followUp();

    await writes.seal(1, live, 1);

    expect((await readAll()).interview.status).toBe('completed');
  });

  it('replaces the link and the questions, and leaves none of the old ones', async () => {
    await storeInterview(memory.table, 'scheduled');

    await writes.link(aLink(), 2);

    const { link, questions, session } = await readAll();
    expect(link).toEqual(newer);
    expect(questions.map(({ text }) => text)).toEqual(['Fresh?', 'Fresh?']);
    expect(session?.session_id).toBe(id(51));
  });

  it('replaces the link alone and changes nothing else', async () => {
    await storeInterview(memory.table, 'in_progress');
    await writes.answer();
    const before = await readAll();

    await writes.relink();

    const { link, audit: _audit, ...rest } = await readAll();
    const { link: _old, audit: _rows, ...kept } = before;
    expect(link).toEqual(newer);
    const { revision, updated_at } = rest.interview;
    expect(rest).toEqual({ ...kept, interview: { ...kept.interview, revision, updated_at } });
  });

  it('stores a later evaluation beside the first', async () => {
    await storeInterview(memory.table, 'completed');
    await writes.evaluate(1);

    await writes.evaluate(2);

    expect((await readAll()).evaluations.map(({ version }) => version)).toEqual([1, 2]);
  });
});

describe('a write that comes too late or too early', () => {
  it.each<[string, Status, () => Promise<unknown>, (() => Promise<unknown>)?]>([
    ['a first link after another first link', 'scheduled', () => writes.link()],
    ['a fresh link for one that was replaced', 'scheduled', () => writes.link(newer)],
    ['a fresh link after the start', 'in_progress', () => writes.link(aLink())],
    ['a fresh link after completion', 'completed', () => writes.link(aLink())],
    ['a new link alone, as if it had started', 'scheduled', () => writes.relink()],
    [
      'a new link alone, as if it had not started',
      'in_progress',
      () => writes.relink(aLink(), 'scheduled'),
    ],
    ['a new link alone for one that was replaced', 'in_progress', () => writes.relink(newer)],
    ['a new link alone after completion', 'completed', () => writes.relink()],
    ['a start with a replaced link', 'scheduled', () => writes.start(dead)],
    ['a start before there is a link', 'created', () => writes.start()],
    ['a second start', 'in_progress', () => writes.start()],
    ['a start after completion', 'completed', () => writes.start()],
    ['an answer before the start', 'scheduled', () => writes.answer()],
    ['an answer with a replaced link', 'in_progress', () => writes.answer(1, dead)],
    ['a second answer', 'in_progress', () => writes.answer(), () => writes.answer()],
    ['an answer after completion', 'completed', () => writes.answer()],
    ['an assessment without an answer', 'in_progress', () => writes.assess(2)],
    ['a seal before the start', 'scheduled', () => writes.seal()],
    ['a seal with a replaced link', 'in_progress', () => writes.seal(0, dead)],
    [
      'a seal that has not seen an answer',
      'in_progress',
      () => writes.seal(0),
      () => writes.answer(),
    ],
    [
      'a seal that has not seen a follow-up question',
      'in_progress',
      () => writes.seal(1),
      async () => {
        await writes.answer();
        await writes.followUp();
      },
    ],
    ['a seal that counts a follow-up too many', 'in_progress', () => writes.seal(0, live, 1)],
    ['a second seal', 'completed', () => writes.seal()],
    ['an evaluation before the seal', 'in_progress', () => writes.evaluate()],
    ['a request for another evaluation before the seal', 'in_progress', () => writes.ask()],
  ])('changes nothing: %s', async (_name, status, write, prepare) => {
    await storeInterview(memory.table, status);
    await prepare?.();
    const before = memory.items();

    await expect(write()).rejects.toBeInstanceOf(ConditionFailed);

    expect(memory.items()).toEqual(before);
  });
});

describe('a write that was done before', () => {
  const { input_tokens, output_tokens } = aProvenance();
  const unused = expect.objectContaining({ sk: sk.unused, input_tokens, output_tokens });
  const isCost = (item: Item, name: string) =>
    item.sk === sk.interview ? name === 'revision' : name.endsWith('#micro_usd');
  const withoutCost = (items: Item[]) =>
    items
      .filter(({ pk }) => pk === interviewPk(interview_id))
      .map(
        (item): Item =>
          Object.fromEntries(Object.entries(item).filter(([name]) => !isCost(item, name))),
      );
  /** What an interview has now that it had not before; only what it cost may have changed beside that. */
  const added = (before: Item[]) => {
    const [now, had] = [withoutCost(memory.items()), withoutCost(before)];
    expect(now).toEqual(expect.arrayContaining(had));
    return now.filter((item) => !had.some((one) => one.sk === item.sk));
  };

  it('keeps the first assessment and returns it, and counts what this one cost', async () => {
    await storeInterview(memory.table, 'in_progress');
    await writes.answer();
    await writes.assess();
    const before = memory.items();

    const kept = await keepAssessment(memory.table, anInterview(), {
      order: 1,
      assessment: anAssessment(5),
      at,
    });

    expect(kept).toEqual(anAssessment(3));
    expect(added(before)).toEqual([unused]);
  });

  it('keeps the first evaluation of a version and returns it, and counts what this one cost', async () => {
    await storeInterview(memory.table, 'completed');
    await writes.evaluate();
    const before = memory.items();

    const kept = await keepEvaluation(
      memory.table,
      await evaluated(memory.table),
      anEvaluation({ score: 12 }),
    );

    expect(kept).toEqual(anEvaluation());
    expect(added(before)).toEqual([unused]);
  });
});

describe('a follow-up question', () => {
  it('is not added once the interview has as many as it may have', async () => {
    await storeInterview(memory.table, 'in_progress', 2);
    await writes.followUp();
    const second = {
      order: 2,
      assessment: anAssessment(2),
      at,
      follow_up: aQuestion(2.5, { follow_up_to: aQuestion(2).id }),
    };

    const refused = keepAssessment(memory.table, anInterview(), { ...second, allowed: 1 });
    await expect(refused).rejects.toBeInstanceOf(ConditionFailed);
    await keepAssessment(memory.table, anInterview(), { ...second, allowed: 2 });

    expect((await readAll()).questions.map(({ order }) => order)).toEqual([1, 1.5, 2, 2.5, 3]);
  });
});

describe('a write that loses', () => {
  it('names the items it lost to, as they are', async () => {
    await storeInterview(memory.table, 'in_progress');
    await writes.answer();

    const lost = await writes.answer(1, dead).then(
      () => null,
      (error: unknown) => (error instanceof ConditionFailed ? error.lost : error),
    );

    expect(lost).toEqual(
      new Map([
        [sk.link, expect.objectContaining({ link_id: live })],
        [sk.response(1), expect.objectContaining(aResponse(1))],
      ]),
    );
  });

  it('names an item that is missing, as null', async () => {
    await storeInterview(memory.table, 'created');

    const lost = await writes.start().then(
      () => null,
      (error: unknown) => (error instanceof ConditionFailed ? error.lost : error),
    );

    expect(lost).toEqual(
      new Map([
        [sk.link, null],
        [sk.session, null],
      ]),
    );
  });
});

describe('the audit', () => {
  it('contains no text, token, name or address of the candidate', async () => {
    await storeInterview(memory.table, 'in_progress');
    await writes.answer();
    await writes.assess();
    await writes.seal(1);
    await writes.evaluate();

    const { audit } = await readAll();

    expect(audit).toHaveLength(7);
    expect(JSON.stringify(audit)).not.toMatch(/Ada|ada@|Answer 1|Question 1|a quote|named a case/);
  });

  it('says who did what', async () => {
    await storeInterview(memory.table, 'in_progress');
    await writes.answer();
    await writes.assess();

    const actors = (await readAll()).audit.map(({ event, actor }) => [event, actor]);

    expect(Object.fromEntries(actors)).toEqual({
      interview_created: 'recruiter:recruiter-1',
      link_generated: 'recruiter:recruiter-1',
      interview_started: 'candidate',
      answer_stored: 'candidate',
      answer_assessed: 'system',
    });
  });
});

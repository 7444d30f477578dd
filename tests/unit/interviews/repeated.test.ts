import { beforeEach, describe, expect, it } from 'vitest';
import { NewInterview } from '../../../shared/contract/endpoints/create-interview.ts';
import { createInterview } from '../../../shared/interviews/create-interview.ts';
import type { Actor } from '../../../shared/table/audit.ts';
import { bind } from '../../../shared/table/client.ts';
import { forgetBody, idsBehind, keyed, RecordRef } from '../../../shared/table/idempotency.ts';
import { readInterview, createInterview as store } from '../../../shared/table/interviews.ts';
import { readKit } from '../../../shared/table/kits.ts';
import { type MemoryTable, memoryTable } from '../../support/memory-table.ts';
import { openNow } from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';
import { erase, recordsIn } from './erased.ts';

const sent = {
  candidate_name: 'Ada Lovelace',
  candidate_email: 'ada@example.com',
  job_title: 'Backend Engineer',
  job_description: 'We store orders.',
};
const ada = { recruiter: 'r-1' };
const day = 24 * 60 * 60 * 1000;

let memory: MemoryTable;
let clock: number;
let commands: string[];
beforeEach(() => {
  commands = [];
  memory = memoryTable({ before: (command) => void commands.push(command) });
  clock = openNow;
});

const request = (over: object = {}, by: Actor = ada, key = 'key-1') => {
  const body = NewInterview.parse({ ...sent, ...over });
  return { body, keyed: keyed(by, 'create-interview', { key, body }) };
};
const send = (over: object = {}, by: Actor = ada, key = 'key-1') => {
  const deps = {
    ...bind(memory.table, { store, readKit, readInterview, idsBehind }),
    approved_only: false,
    now: () => clock,
  };
  const { body, keyed: known } = request(over, by, key);
  return createInterview(deps, by, body, known);
};
const interviews = () => memory.items().filter(({ sk }) => sk === 'INTERVIEW');

describe('a request sent again under its key', () => {
  it('makes nothing, and answers with what is stored now', async () => {
    const first = await send({ decision_by: '2026-12-11' });
    commands = [];
    const again = await send({ decision_by: '2026-12-11' });

    expect(first.replayed).toBe(false);
    expect(again).toMatchObject({ body: first.body, replayed: true });
    expect(interviews()).toHaveLength(1);
    expect(commands).toEqual(['TransactWriteItemsCommand', 'QueryCommand']);
  });

  it('costs nothing the first time: one transaction', async () => {
    await send();

    expect(commands).toEqual(['TransactWriteItemsCommand']);
  });

  it('is the same whatever order its fields came in', async () => {
    await send();

    const turned = Object.fromEntries(Object.entries(sent).toReversed());
    const body = { deep: [turned], more: 1 };
    const hashes = [body, { more: 1, deep: [sent] }].map(
      (one) => keyed(ada, 'any', { key: 'k', body: one })?.body_hash,
    );
    expect(new Set(hashes).size).toBe(1);
  });

  it('is refused with another body, also while it would be refused for another reason', async () => {
    await send();

    expect(await codeOf(send({ candidate_name: 'Bo Li' }))).toBe('idempotency_mismatch');
    const missingKit = { kit_id: '00000000-0000-4000-8000-000000000009' };
    expect(await codeOf(send(missingKit))).toBe('idempotency_mismatch');
    expect(await codeOf(send(missingKit, ada, 'key-2'))).toBe('kit_not_found');
    expect(interviews()).toHaveLength(1);
  });

  it('is another request for another caller, under another key, and after a day', async () => {
    const ids = new Set([(await send()).body.id]);
    ids.add((await send({}, { recruiter: 'r-2' })).body.id);
    ids.add((await send({}, { machine: 'r-1' })).body.id);
    ids.add((await send({}, ada, 'key-2')).body.id);
    clock += day;
    expect((await send()).replayed).toBe(true);
    clock += 1000;
    ids.add((await send({ candidate_name: 'Bo Li' })).body.id);

    expect(ids.size).toBe(5);
  });

  it('finds it erased, whatever its body is, until the record ends', async () => {
    const { body } = await send();
    await erase(memory, body.id);

    expect(await codeOf(send())).toBe('interview_not_found');
    expect(await codeOf(send({ candidate_name: 'Bo Li' }))).toBe('interview_not_found');
    expect(recordsIn(memory)).toMatchObject([{ body_hash: null, ids: { interview_id: body.id } }]);
    clock += day + 1000;
    expect((await send({ candidate_name: 'Bo Li' })).replayed).toBe(false);
  });

  it('is made once by two at the same moment', async () => {
    const both = await Promise.all([send(), send()]);

    expect(both.map(({ replayed }) => replayed).toSorted()).toEqual([false, true]);
    expect(new Set(both.map(({ body }) => body.id)).size).toBe(1);
    expect(interviews()).toHaveLength(1);
  });
});

describe('the record of a request', () => {
  it('holds a hash, ids and times, and nothing of the body or the key', async () => {
    const { body } = await send({ resume_text: 'Ten years.' }, ada, 'ada@example.com');
    const [record] = recordsIn(memory);

    expect(record).toEqual({
      pk: expect.stringMatching(/^IDEMPOTENCY#[0-9a-f]{64}$/),
      sk: 'ROW#00',
      body_hash: expect.stringMatching(/^[0-9a-f]{64}$/),
      ids: { interview_id: body.id },
      made_at: '2026-11-23T10:05:00.000Z',
      expires_at_s: (openNow + day) / 1000,
    });
  });

  it('that is another request’s by now is left when what was made before it is erased', async () => {
    const { body: first } = await send();
    clock += day + 1000;
    const { body: second } = await send({ candidate_name: 'Bo Li' });
    const own = memory
      .items()
      .find(({ interview_id, sk }) => interview_id === first.id && sk === 'INTERVIEW');

    const forgetting = forgetBody(memory.table, RecordRef.parse(own?.idempotency_record), clock);

    expect(forgetting).toEqual([]);
    expect(await codeOf(send({ candidate_name: 'Cy Wu' }))).toBe('idempotency_mismatch');
    expect((await send({ candidate_name: 'Bo Li' })).body.id).toBe(second.id);
  });
});

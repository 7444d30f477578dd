import { describe, expect, it, vi } from 'vitest';
import { exportInterview } from '../../../functions/export-interview/export-interview.ts';
import { getInterview } from '../../../functions/get-interview/get-interview.ts';
import { listAudit } from '../../../functions/list-audit/list-audit.ts';
import { endpoints } from '../../../shared/contract/endpoints.ts';
import { nameOfActor } from '../../../shared/interviews/audit-entry.ts';
import { InterviewExport, verifyScore } from '../../../shared/session/verify-score.ts';
import type { AuditRow } from '../../../shared/table/audit.ts';
import type { AuditPlace } from '../../../shared/table/audit-rows.ts';
import { putUserName } from '../../../shared/table/user-names.ts';
import { testKeys } from '../../support/links.ts';
import { memoryTable } from '../../support/memory-table.ts';
import { readingFrom, readingOf } from '../../support/reading.ts';
import { aLink, aRecord, aResponse, id, openNow } from '../../support/records.ts';
import { codeOf } from '../../support/refusals.ts';
import { storeInterview } from '../../support/stored.ts';
import { createWorld } from '../../support/world.ts';

const rows: AuditRow[] = [1, 2, 3, 4, 5].map((generation) => ({
  event: 'link_regenerated',
  at: `2026-11-23T10:0${generation}:00.000Z`,
  actor: 'recruiter:recruiter-1',
  facts: { generation },
}));
const names = new Map([['recruiter-1', 'Noor Haddad']]);

describe('the name of whoever did something', () => {
  it.each([
    ['recruiter:recruiter-1', 'Noor Haddad'],
    ['recruiter:who-left', null],
    ['machine:a-client', 'a-client'],
    ['machine:recruiter-1', 'recruiter-1'],
    ['candidate', null],
    ['system', null],
  ])('of %s is %j', (actor, name) => {
    expect(nameOfActor(actor, names)).toBe(name);
  });
});

describe('an interview, read by a recruiter', () => {
  it('has the names beside the ids of those who did something', async () => {
    const { table } = memoryTable();
    const { interview_id } = await storeInterview(table, 'in_progress', 1);
    await putUserName(table, { user_id: 'recruiter-1', name: 'Noor Haddad' });

    const seen = await getInterview(readingFrom({ table, clock: { ms: openNow } }), interview_id);

    const { audit } = endpoints.getInterview.response.parse(seen);
    expect(audit.map(({ event, actor_name }) => [event, actor_name])).toEqual([
      ['interview_created', 'Noor Haddad'],
      ['link_generated', 'Noor Haddad'],
      ['interview_started', null],
      ['answer_stored', null],
    ]);
  });

  it('says when it was changed, which for an old one is when it was made', async () => {
    const old = aRecord({ interview: { updated_at: undefined } });
    const changed = aRecord({ interview: { updated_at: '2026-11-24T08:00:00.000Z' } });

    const seen = [old, changed].map((record) => getInterview(readingOf(record), id(1)));

    expect(await Promise.all(seen)).toMatchObject([
      { updated_at: old.interview.created_at, legal_hold: false },
      { updated_at: '2026-11-24T08:00:00.000Z' },
    ]);
  });

  it('has the names of those who reviewed it and saw to its requests', async () => {
    const by = 'recruiter:recruiter-1';
    const made_at = '2026-11-24T08:00:00.000Z';
    const review = { number: 1, decision: 'hold', reason: 'Late', score: null, made_at } as const;
    const request = { kind: 'other', message: 'Hi', requested_at: made_at } as const;
    const record = aRecord({
      reviews: [
        { ...review, actor: by },
        { ...review, number: 2, actor: 'recruiter:who-left' },
      ],
      accommodations: [
        { ...request, accommodation_id: id(70), handled: true, handled_by: by, note: 'Done' },
        { ...request, accommodation_id: id(71) },
      ],
    });

    const seen = await getInterview(
      { ...readingOf(record), readUserNames: async () => names },
      id(1),
    );

    const { reviews, accommodations } = endpoints.getInterview.response.parse(seen);
    expect(reviews.map(({ actor_name }) => actor_name)).toEqual(['Noor Haddad', null]);
    expect(accommodations).toMatchObject([
      { handled: true, handled_by: by, handled_by_name: 'Noor Haddad', note: 'Done' },
      { handled: false, handled_by_name: null },
    ]);
  });

  it('costs the same to read, however often its link was regenerated', async () => {
    const world = createWorld();
    await world.create();
    await world.generate();
    for (let n = 1; n <= 60; n++) await world.regenerate();

    const deps = readingFrom(world);
    const readInterview = vi.fn(deps.readInterview);

    const { audit } = await getInterview({ ...deps, readInterview }, id(1));

    expect((await readInterview.mock.results[0]?.value)?.audit).toEqual([]);
    expect(audit.map(({ facts }) => facts.generation)).toEqual(
      Array.from({ length: 50 }, (_, n) => n + 12),
    );
  });
});

describe('an export', () => {
  const parsed = async (record: Parameters<typeof readingOf>[0], audit = readingOf(record)) =>
    endpoints.exportInterview.response.parse(await exportInterview(audit, id(1)));

  it('says when it was made and in which format, and has the whole audit and no token', async () => {
    const record = aRecord({ audit: [...rows, ...rows] });

    const exported = await parsed(record);

    expect(exported).toMatchObject({
      format_version: 1,
      exported_at: '2026-11-23T10:05:00Z',
      interview_id: id(1),
      resume_text: 'RESUME ten years',
      audit_left_out: null,
    });
    expect(exported.audit).toHaveLength(10);
    expect(JSON.stringify(exported)).not.toMatch(/[A-Za-z0-9_-]{100}/);
    expect(JSON.stringify(exported)).not.toContain(aLink().link_id);
  });

  it('has all that the verification of a score reads', async () => {
    const world = createWorld();
    await world.create();
    const { link_token } = await world.generate();
    const { session_id, questions } = await world.start(link_token);
    for (const { id: question_id } of questions) {
      await world.submit(link_token, {
        session_id,
        question_id,
        response_text: 'I gave a quote.',
      });
    }
    await world.complete(link_token, session_id);

    const exported = await exportInterview(readingFrom(world), id(1));

    const read = InterviewExport.parse(JSON.parse(JSON.stringify(exported)));
    expect(read.evaluations).toHaveLength(1);
    expect(verifyScore(read)).toEqual([]);
  });

  it.each([
    ['fits', 100, true],
    ['fits alone, but not with its audit', 40_000, false],
  ])('that %s has its audit: %s rows, %s', async (_, count, has) => {
    const audit = Array.from({ length: count }, () => rows)
      .flat()
      .slice(0, count);

    const exported = await exportInterview(readingOf(aRecord({ audit })), id(1));

    expect(exported.audit?.length ?? null).toBe(has ? count : null);
    expect(exported.audit_left_out === null).toBe(has);
    const answer = JSON.stringify({ body: JSON.stringify(exported) });
    expect(Buffer.byteLength(answer)).toBeLessThan(5_000_100);
  });

  it('counts what the characters of an answer take on their way out', async () => {
    // A quotation mark takes one byte here, and four as a text within a text.
    const response = aResponse(1, { response_text: '"'.repeat(1_300_000) });

    const exported = await exportInterview(readingOf(aRecord({ responses: [response] })), id(1));

    expect(exported.audit).toBeNull();
  });

  it('leaves out an audit that was too long to be read whole', async () => {
    const record = aRecord();

    const exported = await parsed(record, {
      ...readingOf(record),
      readWholeAudit: async () => null,
    });

    expect(exported.audit).toBeNull();
    expect(exported.audit_left_out).toContain('/audit/');
  });
});

describe('the list of what happened', () => {
  /** An audit of these rows, as the table pages it. */
  const deps = {
    readAuditPage: async (
      _id: string,
      { limit, after }: { limit: number; after: AuditPlace | null },
    ) => {
      const from = Number(after?.sk ?? 0);
      const to = from + limit;
      return { rows: rows.slice(from, to), next: to < rows.length ? { sk: String(to) } : null };
    },
    readUserNames: async () => names,
    linkKeys: async () => testKeys,
  };

  it('goes through all of it, oldest first, with names and facts', async () => {
    const seen: unknown[] = [];
    let cursor: string | undefined;
    for (let page = 1; page <= 3; page++) {
      const list = await listAudit(deps, id(1), { limit: 2, cursor });
      const { items, next_cursor } = endpoints.listAudit.response.parse(list);
      seen.push(...items);
      cursor = next_cursor ?? undefined;
    }

    expect(cursor).toBeUndefined();
    expect(seen).toEqual(rows.map((row) => ({ ...row, actor_name: 'Noor Haddad' })));
  });

  it('refuses the cursor of another interview, and one that is altered', async () => {
    const { next_cursor } = await listAudit(deps, id(1), { limit: 2 });
    const cursor = next_cursor ?? '';
    const altered = `${cursor.slice(0, -1)}${cursor.endsWith('A') ? 'B' : 'A'}`;

    const codes = [
      await codeOf(listAudit(deps, id(2), { limit: 2, cursor })),
      await codeOf(listAudit(deps, id(1), { limit: 2, cursor: altered })),
    ];

    expect(codes).toEqual(['invalid_cursor', 'invalid_cursor']);
  });
});

it('no interview has an invalid id, and the table is not asked for it', async () => {
  const never = () => {
    throw new Error('The table was asked');
  };
  const deps = { ...readingOf(null), readAuditPage: never, readUserNames: never };

  for (const none of ['x', '', `${id(1)}#`, 'a'.repeat(4_000)]) {
    expect([
      await codeOf(getInterview(deps, none)),
      await codeOf(exportInterview(deps, none)),
      await codeOf(listAudit(deps, none, { limit: 1 })),
    ]).toEqual(Array.from({ length: 3 }, () => 'interview_not_found'));
  }
});

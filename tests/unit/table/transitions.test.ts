import { readFileSync } from 'node:fs';
import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { InterviewStatus } from '../../../shared/domain/interview.ts';
import { AuditEvent, statusAfter, transitions } from '../../../shared/domain/transitions.ts';
import { handleAccommodation, putAccommodation } from '../../../shared/table/accommodations.ts';
import { cancelInterview, updateInterview } from '../../../shared/table/changes.ts';
import type { Table } from '../../../shared/table/client.ts';
import { keyOf } from '../../../shared/table/conditions.ts';
import { putDraft } from '../../../shared/table/drafts.ts';
import { putTombstone } from '../../../shared/table/erasures.ts';
import { keepEvaluation, noteEvaluationRequest } from '../../../shared/table/evaluations.ts';
import { createInterview, readInterview } from '../../../shared/table/interviews.ts';
import { kindOf, sk } from '../../../shared/table/keys.ts';
import { putLinkWithQuestions, replaceLink } from '../../../shared/table/links.ts';
import { noteOpening } from '../../../shared/table/openings.ts';
import { keepAssessment, putResponse } from '../../../shared/table/responses.ts';
import { putReview } from '../../../shared/table/reviews.ts';
import { sealSession, startSession } from '../../../shared/table/sessions.ts';
import { memoryTable } from '../../support/memory-table.ts';
import {
  aLink,
  anAssessment,
  anEvaluation,
  anInterview,
  aQuestion,
  aResponse,
  aSession,
  id,
} from '../../support/records.ts';
import { evaluated, storeInterview } from '../../support/stored.ts';

const at = '2026-11-23T10:10:00.000Z';
const by = { recruiter: 'recruiter-1' };
const { link_id } = aLink();
const newer = aLink({ link_id: 'e'.repeat(32), generation: 2 });
const of = id(1);

const aDraft = { question_id: id(104), order: 2, text: 'Half a', version: 1, saved_at: at };

type Status = Parameters<typeof storeInterview>[1];
type Write = (table: Table, event: AuditEvent, from?: InterviewStatus) => Promise<unknown>;

/** What a candidate can still do something in. */
const open = (from?: InterviewStatus) => (from === 'scheduled' ? from : 'in_progress');
const stored = async (table: Table) => (await readInterview(table, of))?.interview ?? anInterview();
const asked = { accommodation_id: id(71), kind: 'other', message: 'Hi', requested_at: at } as const;

/** The write behind each event, and that of a draft, with all their other conditions met. */
const writes: Record<string, Write> = {
  createInterview: (table) =>
    createInterview(table, {
      interview: anInterview({ status: 'scheduled' }),
      brief: { job_description: 'We store orders.', resume_text: null },
      by,
    }),
  putLinkWithQuestions: async (table, event) =>
    putLinkWithQuestions(table, await stored(table), {
      link: newer,
      replaced: event === 'link_regenerated' ? aLink() : null,
      session: aSession({ started_at: null, kit: { kit_id: id(300), version: 1 } }),
      questions: [aQuestion(1)],
      replaced_questions: 0,
      replaced_kit: undefined,
      usd: 0,
      by,
    }),
  replaceLink: (table, _event, from) =>
    replaceLink(table, of, { link: newer, replaced: aLink(), status: open(from), by }),
  updateInterview: async (table) =>
    updateInterview(table, await stored(table), {
      set: { candidate_email: 'other@example.com' },
      brief: {},
      revived: false,
      unlinked: true,
      at,
      by,
      facts: {},
    }),
  cancelInterview: async (table, _event, from) =>
    cancelInterview(
      table,
      { ...(await stored(table)), status: open(from) },
      { reason: '', at, by },
    ),
  noteOpening: async (table, _event, from) =>
    noteOpening(table, { ...(await stored(table)), status: from ?? 'scheduled' }, aLink(), at),
  putReview: async (table) =>
    putReview(table, await stored(table), {
      review: { number: 1, decision: 'hold', reason: '', score: null, actor: '', made_at: at },
      by,
    }),
  handleAccommodation: async (table) => {
    const item = { ...keyOf(of, sk.accommodation(id(71))), ...asked };
    await table.client.send(new PutCommand({ TableName: table.name, Item: item }));
    await handleAccommodation(table, await stored(table), {
      read: asked,
      set: { handled: true },
      at,
      by,
    });
  },
  startSession: (table) =>
    startSession(table, anInterview(), { link_id, started_at: at, notice: null }),
  putResponse: (table) => putResponse(table, anInterview(), { response: aResponse(2), link_id }),
  keepAssessment: (table) =>
    keepAssessment(table, anInterview(), { order: 1, assessment: anAssessment(3), at }),
  putDraft: (table) => putDraft(table, of, { draft: aDraft, link_id }),
  sealSession: (table) =>
    sealSession(table, anInterview(), { link_id, answered: 1, follow_ups: 0, completed_at: at }),
  keepEvaluation: async (table) => keepEvaluation(table, await evaluated(table), anEvaluation()),
  noteEvaluationRequest: (table) =>
    noteEvaluationRequest(table, anInterview(), { version: 2, by, at }),
  putTombstone: async (table) => {
    const interview = (await readInterview(table, of))?.interview ?? {};
    return putTombstone(table, of, { interview, reason: 'requested', by, at });
  },
  putAccommodation: (table, _event, from) =>
    putAccommodation(table, of, {
      accommodation: { accommodation_id: id(70), kind: 'other', message: 'Hi', requested_at: at },
      link_id,
      status: open(from),
    }),
};

/** The rows of the table under "Writes", each a list of its cells. */
const documented =
  readFileSync('docs/access-patterns.md', 'utf8')
    .split('## Writes')[1]
    ?.split('\n## ')[0]
    ?.split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| pattern'))
    .map((line) => line.split('|').map((cell) => cell.trim())) ?? [];

const words = (cell = '') => [...cell.matchAll(/`(\w+)`/g)].map(([, word = '']) => word);

const rows = documented.flatMap(([, , events, status, , functions]) =>
  words(functions).flatMap((fn) =>
    words(events).map((event) => ({ fn, event, statuses: words(status) })),
  ),
);

const withFollowUp: Write = (table) =>
  keepAssessment(table, anInterview(), {
    order: 1,
    assessment: anAssessment(3),
    at,
    follow_up: aQuestion(1.5, { follow_up_to: aQuestion(1).id }),
    allowed: 1,
  });

const Key = z.object({ sk: z.string() });
const Part = z.object({
  Item: Key.optional(),
  Key: Key.optional(),
  ConditionExpression: z.string().optional(),
});
const Sent = z.object({ TransactItems: z.array(z.record(z.string(), Part)).optional() });

/** The kinds of items that the conditions of a write are about, apart from its audit row. */
const conditionedKinds = async (status: Status | null, write: Write | undefined) => {
  const { table } = memoryTable();
  if (status) await storeInterview(table, status, 1);
  const send = vi.spyOn(table.client, 'send');
  const from = InterviewStatus.safeParse(status).data;
  await write?.(table, 'link_generated', from);
  return send.mock.calls.flatMap(([{ input }]) => {
    const { TransactItems = [] } = Sent.parse(input);
    return TransactItems.flatMap((action) => Object.values(action))
      .map((part) => ({ ...part, kind: kindOf((part.Item ?? part.Key)?.sk ?? '') }))
      .filter(({ ConditionExpression, kind }) => ConditionExpression && kind !== 'AUDIT')
      .map(({ kind }) => kind);
  });
};

const states = ['scheduled', 'in_progress', 'completed', 'cancelled'] as const;

describe('the documented writes', () => {
  it('are exactly those of the table of transitions, event by event and status by status', () => {
    const told = rows.flatMap(({ event, statuses }) =>
      (statuses.length > 0 ? statuses : [null]).map((from) => `${from} ${event}`),
    );

    // Before the start, a new link comes with questions or alone.
    expect([...new Set(told)].toSorted()).toEqual(
      transitions.map(([from, event]) => `${from} ${event}`).toSorted(),
    );
    const { putDraft: _, ...ofEvents } = writes;
    expect(new Set(rows.map(({ fn }) => fn))).toEqual(new Set(Object.keys(ofEvents)));
  });

  it.each<[fn: string, status: Status | null, write?: Write]>([
    ['createInterview', null],
    ['putLinkWithQuestions', 'created'],
    ['replaceLink', 'in_progress'],
    ['updateInterview', 'scheduled'],
    ['cancelInterview', 'scheduled'],
    ['noteOpening', 'scheduled'],
    ['putReview', 'completed'],
    ['handleAccommodation', 'completed'],
    ['startSession', 'scheduled'],
    ['putResponse', 'in_progress'],
    ['keepAssessment', 'in_progress', withFollowUp],
    ['sealSession', 'in_progress'],
    ['keepEvaluation', 'completed'],
    ['noteEvaluationRequest', 'completed'],
    ['putTombstone', 'completed'],
    ['putAccommodation', 'in_progress'],
    ['putDraft', 'in_progress'],
  ])('name every item that a condition of %s is about', async (fn, status, write) => {
    const kinds = await conditionedKinds(status, write ?? writes[fn]);

    const row = documented.find(([, , , , , functions]) => words(functions).includes(fn));
    const named = words(row?.[4]).filter((word) => word === word.toUpperCase());
    const others = status ? kinds.filter((kind) => kind !== 'INTERVIEW') : kinds;
    expect(named.toSorted()).toEqual(others.toSorted());
  });

  const cases = rows.flatMap(({ fn, event, statuses }) =>
    event === 'interview_created'
      ? []
      : states.map((from) => [event, fn, from, statuses.includes(from)] as const),
  );

  it.each(cases)('allow %s by %s in the status %s: %s', async (event, fn, from, allowed) => {
    const { table } = memoryTable();
    // A first link needs an interview that has none.
    await storeInterview(table, event === 'link_generated' && allowed ? 'created' : from, 1);
    const known = AuditEvent.parse(event);

    const outcome = await writes[fn]?.(table, known, from).then(
      () => true,
      () => false,
    );

    expect(outcome).toBe(allowed);
    const after = (await readInterview(table, of))?.interview.status ?? 'erased';
    expect(after).toBe(allowed ? statusAfter(from, known) : from);
  });
});

import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { InterviewStatus } from '../domain/interview.ts';
import { AuditEvent, type StatusBefore, statusAfter } from '../domain/transitions.ts';
import type { Item, Table, WriteAction } from './client.ts';
import { ifStatusIs, keyOf } from './conditions.ts';
import { type Counted, count } from './counts.ts';
import { interviewPk, listKey, sk } from './keys.ts';
import { type Change, updateOf } from './update.ts';

/** Whoever caused an event: a recruiter by user id, a machine client, the candidate, or the system itself. */
export type Actor = { recruiter: string } | { machine: string } | 'candidate' | 'system';

/** How an actor is stored: `recruiter:<user id>`, `machine:<client id>`, `candidate` or `system`. */
export const actorName = (actor: Actor): string => {
  if (typeof actor === 'string') return actor;
  return 'recruiter' in actor ? `recruiter:${actor.recruiter}` : `machine:${actor.machine}`;
};

/** Facts of an event: ids, orders, counts and states. Never a token, text, name or address. */
export type AuditFacts = Record<string, string | number | boolean | null>;

export const AuditRow = z.object({
  event: AuditEvent,
  at: z.string(),
  actor: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type AuditRow = z.infer<typeof AuditRow>;

/** Keeps the time of an event that leaves none on an item that every request reads. */
export const noteMoment = (table: Table, interview_id: string, at: string): WriteAction => ({
  Update: {
    TableName: table.name,
    Key: keyOf(interview_id, sk.session),
    UpdateExpression: 'SET noted_at = :at',
    ConditionExpression: 'attribute_exists(pk)',
    ExpressionAttributeValues: { ':at': at },
  },
});

interface Happening<Event extends AuditEvent> {
  event: Event;
  at: string;
  actor: Actor;
  facts: AuditFacts;
}

/** The row that goes into the same transaction as the change it records. */
export const auditRow = (
  table: Table,
  interview_id: string,
  row: Happening<AuditEvent>,
): WriteAction => ({
  Put: {
    TableName: table.name,
    Item: {
      pk: interviewPk(interview_id),
      sk: sk.audit(row.at, randomUUID()),
      event: row.event,
      at: row.at,
      actor: actorName(row.actor),
      facts: row.facts,
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** What an event does to the item of its interview, and adds to the reports. */
export interface Effect extends Change {
  /** Attributes that must not be there yet. */
  absent?: readonly string[];
  /** Attributes that must have these values. */
  equal?: Item;
  /** Attributes that must be below these numbers. */
  below?: Readonly<Record<string, number>>;
  counts?: readonly Counted[];
}

/**
 * Changes the item of an interview, and adds to the reports; holds only while it has the status, or
 * exists where no status is given. `revision` counts these changes, so that a migration which has
 * read the interview sees that it has changed since.
 */
export const changeInterview = (
  table: Table,
  interview_id: string,
  status: InterviewStatus | null,
  { set, add, remove, absent = [], equal, below = {}, counts = [] }: Effect,
): WriteAction[] => [
  {
    Update: updateOf(
      table,
      keyOf(interview_id, sk.interview),
      { ...(set && { set }), ...(remove && { remove }), add: { ...add, revision: 1 } },
      {
        equal: { ...(status && { status }), ...equal },
        present: status ? [] : ['pk'],
        absent,
        below,
      },
    ),
  },
  ...count(table, interview_id, counts),
];

/**
 * Lets an event happen only to an interview in status `from`: its move to the next status by the
 * table of transitions with its list, or a check of its status if nothing changes, what it adds to
 * the reports, and its audit row.
 */
export const happens = <Event extends Exclude<AuditEvent, 'interview_erased'>>(
  table: Table,
  interview_id: string,
  from: NonNullable<StatusBefore<Event>>,
  row: Happening<Event>,
  effect?: Effect,
): WriteAction[] => {
  const to = statusAfter(from, row.event);
  if (to === 'erased') throw new Error('An interview is erased by its tombstone');
  if (from === to) {
    return [
      ...(effect
        ? changeInterview(table, interview_id, from, effect)
        : [ifStatusIs(table, interview_id, from)]),
      auditRow(table, interview_id, row),
    ];
  }
  const set = { status: to, updated_at: row.at, ...listKey(interview_id, to), ...effect?.set };
  return [
    ...changeInterview(table, interview_id, from, { ...effect, set }),
    auditRow(table, interview_id, { ...row, facts: { from, to, ...row.facts } }),
  ];
};

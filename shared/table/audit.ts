import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import { AuditEvent, type StatusBefore, statusAfter } from '../domain/transitions.ts';
import type { Table, WriteAction } from './client.ts';
import { ifStatusIs, keyOf, moveStatus } from './conditions.ts';
import { interviewPk, sk } from './keys.ts';

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

/**
 * Lets an event happen only to an interview in status `from`: its move to the next status by the
 * table of transitions, or a check of its status if that stays the same, and its audit row.
 */
export const happens = <Event extends AuditEvent>(
  table: Table,
  interview_id: string,
  from: NonNullable<StatusBefore<Event>>,
  row: Happening<Event>,
): WriteAction[] => {
  const to = statusAfter(from, row.event);
  if (from === to) {
    return [ifStatusIs(table, interview_id, from), auditRow(table, interview_id, row)];
  }
  const facts = { from, to, ...row.facts };
  return [
    moveStatus(table, interview_id, from, to),
    auditRow(table, interview_id, { ...row, facts }),
  ];
};

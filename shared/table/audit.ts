import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Table, WriteAction } from './client.ts';
import { interviewPk, sk } from './keys.ts';

/** Who did it: a recruiter by user id, the candidate, or the system itself. */
export type Actor = { recruiter: string } | 'candidate' | 'system';

/** What can happen to an interview. Replaying these rows in order gives its state. */
export const AuditEvent = z.enum([
  'interview_created',
  'link_generated',
  'link_regenerated',
  'interview_started',
  'answer_stored',
  'answer_assessed',
  'interview_completed',
  'evaluation_requested',
  'evaluation_stored',
  'accommodation_requested',
]);
export type AuditEvent = z.infer<typeof AuditEvent>;

/** Facts of an event: ids, orders, counts and states. Never a token, text, name or address. */
export type AuditFacts = Record<string, string | number | boolean | null>;

export const AuditRow = z.object({
  event: AuditEvent,
  at: z.string(),
  actor: z.string(),
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});
export type AuditRow = z.infer<typeof AuditRow>;

/** The row that goes into the same transaction as the change it tells of. */
export const auditRow = (
  table: Table,
  interview_id: string,
  row: { event: AuditEvent; at: string; actor: Actor; facts?: AuditFacts },
): WriteAction => ({
  Put: {
    TableName: table.name,
    Item: {
      pk: interviewPk(interview_id),
      sk: sk.audit(row.at, randomUUID()),
      event: row.event,
      at: row.at,
      actor: typeof row.actor === 'string' ? row.actor : `recruiter:${row.actor.recruiter}`,
      facts: row.facts ?? {},
    },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

import * as z from 'zod';
import type { InterviewStatus } from './interview.ts';

/** The status of an interview, or that nothing is left of it but its tombstone. */
export type Outcome = InterviewStatus | 'erased';

type Transition = readonly [from: InterviewStatus | null, event: string, to: Outcome];

/**
 * Everything that can happen to an interview, with the status before and the status after.
 * The single source: the table's conditions, the audit and the documentation follow it.
 */
export const transitions = [
  [null, 'interview_created', 'scheduled'],
  ['scheduled', 'link_generated', 'scheduled'],
  ['scheduled', 'link_regenerated', 'scheduled'],
  ['scheduled', 'page_opened', 'scheduled'],
  ['scheduled', 'interview_started', 'in_progress'],
  ['scheduled', 'accommodation_requested', 'scheduled'],
  ['scheduled', 'accommodation_handled', 'scheduled'],
  ['scheduled', 'interview_updated', 'scheduled'],
  ['scheduled', 'interview_cancelled', 'cancelled'],
  ['scheduled', 'interview_erased', 'erased'],
  ['in_progress', 'link_regenerated', 'in_progress'],
  ['in_progress', 'page_opened', 'in_progress'],
  ['in_progress', 'answer_stored', 'in_progress'],
  ['in_progress', 'answer_assessed', 'in_progress'],
  ['in_progress', 'accommodation_requested', 'in_progress'],
  ['in_progress', 'accommodation_handled', 'in_progress'],
  ['in_progress', 'interview_updated', 'in_progress'],
  ['in_progress', 'interview_cancelled', 'cancelled'],
  ['in_progress', 'interview_completed', 'completed'],
  ['in_progress', 'interview_erased', 'erased'],
  ['completed', 'page_opened', 'completed'],
  ['completed', 'answer_assessed', 'completed'],
  ['completed', 'evaluation_requested', 'completed'],
  ['completed', 'evaluation_stored', 'completed'],
  ['completed', 'accommodation_handled', 'completed'],
  ['completed', 'review_made', 'completed'],
  ['completed', 'interview_updated', 'completed'],
  ['completed', 'interview_erased', 'erased'],
  // What was on its way when it was cancelled.
  ['cancelled', 'page_opened', 'cancelled'],
  ['cancelled', 'answer_assessed', 'cancelled'],
  ['cancelled', 'accommodation_handled', 'cancelled'],
  ['cancelled', 'interview_updated', 'cancelled'],
  ['cancelled', 'interview_erased', 'erased'],
] as const satisfies readonly Transition[];

type Row = (typeof transitions)[number];

/** What can happen to an interview. Replaying these events in order gives its status. */
export const AuditEvent = z.enum(transitions.map(([, event]) => event));
export type AuditEvent = Row[1];

/** The statuses in which an event can happen. */
export type StatusBefore<Event extends AuditEvent> = Extract<
  Row,
  readonly [unknown, Event, unknown]
>[0];

/** The status after an event. @throws Error for an event that cannot happen in this status */
export const statusAfter = (from: Outcome | null, event: AuditEvent): Outcome => {
  const row = transitions.find(([status, name]) => status === from && name === event);
  if (!row) throw new Error(`${event} cannot happen to an interview that is ${from ?? 'new'}`);
  return row[2];
};

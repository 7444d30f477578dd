import type { AuditEvent } from '../domain/transitions.ts';
import type { InterviewRecord } from '../table/interviews.ts';

/** When an event first happened, by the audit. */
const firstOf = ({ audit }: InterviewRecord, ...events: AuditEvent[]): string | undefined =>
  audit.find(({ event }) => events.includes(event))?.at;

/** When what lists and reports show happened to an interview; what has not happened is undefined. */
export const momentsOf = (record: InterviewRecord) => {
  const { interview, link, session } = record;
  return {
    linked_at:
      interview.linked_at ??
      (link
        ? (firstOf(record, 'link_generated', 'link_regenerated') ?? link.created_at)
        : undefined),
    opened_at: interview.opened_at,
    completed_at: interview.completed_at ?? session?.completed_at ?? undefined,
    cancelled_at:
      interview.status === 'cancelled'
        ? (interview.cancelled_at ??
          firstOf(record, 'interview_cancelled') ??
          record.audit.at(-1)?.at ??
          interview.created_at)
        : undefined,
  };
};

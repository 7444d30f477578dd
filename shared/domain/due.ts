import * as z from 'zod';
import { Interview } from './interview.ts';
import { linkExpiry } from './window.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** How much longer an interview waits whose candidate has asked for an accommodation, in ms (see the public contract). */
const postponedBy = 7 * day;

/** Longer than a request takes: what was asked for before the link expired is done by then. */
const underWay = minute;

/** An interview as far as it matters when it ends. */
export const Ending = Interview.pick({
  interview_id: true,
  kit_id: true,
  completed_at: true,
  cancelled_at: true,
  expired_at: true,
  legal_hold: true,
}).extend({
  /** As they are stored, however they are spelled: they are conditions of what is written. */
  starts_at: z.string().nullable(),
  ends_at: z.string().nullable(),
  /** Requests for an accommodation that nobody has handled. */
  open_requests: z.int().optional(),
});
export type Ending = z.infer<typeof Ending>;

/** What a deployment has set. */
export interface Endings {
  /** After how many hours an interview in progress whose link has expired is sealed. */
  seal_after_hours: number;
  /** After how many days what is over is erased; null for never. */
  retention_days: number | null;
}

interface Rule {
  /** The list in which it is, and what is done to it. */
  list: 'scheduled' | 'in_progress' | 'completed' | 'cancelled' | 'expired';
  end: 'expire' | 'seal' | 'erase';
  /** The moment after which it is done (ms since the epoch); null for never. */
  dueAt(interview: Ending, set: Endings): number | null;
  /** How long before that moment it starts at least, in ms; null if nothing is known of it. */
  startsBefore: (set: Endings) => number | null;
}

const keptFor = ({ retention_days }: Endings) => (retention_days ?? 0) * day;

const erasedAfter =
  (since: 'completed_at' | 'cancelled_at' | 'expired_at'): Rule['dueAt'] =>
  (interview, set) => {
    const over = interview[since];
    if (!over || interview.legal_hold || set.retention_days === null) return null;
    return Date.parse(over) + keptFor(set);
  };

const afterExpiry = (interview: Ending, by: number): number | null => {
  const expires_at = linkExpiry(interview);
  return expires_at === null ? null : expires_at + by;
};

const sealedAfter = ({ seal_after_hours }: Endings) => seal_after_hours * hour;

/** How interviews end without anybody. What is done to each moves it to another list, or erases it. */
export const rules: readonly Rule[] = [
  {
    list: 'in_progress',
    end: 'seal',
    dueAt: (interview, set) =>
      afterExpiry(interview, sealedAfter(set) + (interview.open_requests ? postponedBy : 0)),
    startsBefore: sealedAfter,
  },
  {
    list: 'scheduled',
    end: 'expire',
    dueAt: (interview) => afterExpiry(interview, underWay),
    startsBefore: () => 0,
  },
  {
    list: 'completed',
    end: 'erase',
    dueAt: erasedAfter('completed_at'),
    // It may have been moved, and then completed long before its start.
    startsBefore: () => null,
  },
  { list: 'expired', end: 'erase', dueAt: erasedAfter('expired_at'), startsBefore: keptFor },
  // It may be cancelled long before it starts.
  { list: 'cancelled', end: 'erase', dueAt: erasedAfter('cancelled_at'), startsBefore: () => null },
];

/** The rules that a deployment has, and up to which start (ms since the epoch) each has to look. */
export const rulesOf = (set: Endings, now: number): (Rule & { until: number | null })[] =>
  rules
    .filter(({ end }) => end !== 'erase' || set.retention_days !== null)
    .map((rule) => {
      const before = rule.startsBefore(set);
      return { ...rule, until: before === null ? null : now - before };
    });

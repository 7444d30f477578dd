import type { Brief, Interview } from '../domain/interview.ts';
import type { StatusBefore } from '../domain/transitions.ts';
import { type Actor, type AuditFacts, happens } from './audit.ts';
import { type Table, transact } from './client.ts';
import { asRead, keyOf } from './conditions.ts';
import { type Counted, notExpired } from './counts.ts';
import { interviewIndex, sk } from './keys.ts';
import { updateOf } from './update.ts';

/** An interview as it is once these attributes of its item are removed. */
const without = (interview: Interview, removed: readonly string[]): Interview => {
  const left = { ...interview };
  for (const name of removed) Reflect.deleteProperty(left, name);
  return left;
};

/** Takes back what a link that is deleted has added: the next one may be that of another kit. */
const withoutLink = ({ kit_id, linked_at, opened_at }: Interview) => ({
  remove: ['link_key_id', 'linked_at', 'opened_at'],
  counts: [
    ...(linked_at ? [{ kit_id, at: linked_at, counts: { linked: -1 } }] : []),
    ...(opened_at ? [{ kit_id, at: opened_at, counts: { opened: -1 } }] : []),
  ] satisfies Counted[],
});

/**
 * Stores what a recruiter has changed, in its lists.
 * @param read the interview as it was read
 * @returns the interview as it is now
 * @throws ConditionFailed if it, or its link, has changed since
 */
export const updateInterview = async (
  table: Table,
  read: Interview,
  change: {
    set: Partial<Interview>;
    brief: Partial<Brief>;
    /** Whether it is no longer expired. */
    revived: boolean;
    /** Whether its link is for another address now. */
    unlinked: boolean;
    at: string;
    by: Actor;
    facts: AuditFacts;
  },
): Promise<Interview> => {
  const { interview_id, status, revision } = read;
  const { set, brief, revived, unlinked, at, by, facts } = change;
  const revival = revived ? notExpired(read) : { remove: [], counts: [] };
  const unlinking = unlinked ? withoutLink(read) : { remove: [], counts: [] };
  const remove = [...revival.remove, ...unlinking.remove];
  const next = without({ ...read, ...set, updated_at: at }, remove);
  const row = { event: 'interview_updated', at, actor: by, facts } as const;
  await transact(table, [
    // With every new link the interview changes too, so that this is the one that was read.
    ...(unlinked ? [{ Delete: { TableName: table.name, Key: keyOf(interview_id, sk.link) } }] : []),
    ...(Object.keys(brief).length > 0
      ? [{ Update: updateOf(table, keyOf(interview_id, sk.brief), { set: brief }) }]
      : []),
    ...happens(table, interview_id, status, row, {
      ...asRead({ revision }),
      set: { ...set, ...interviewIndex(next), updated_at: at },
      remove,
      counts: [...revival.counts, ...unlinking.counts],
    }),
  ]);
  return next;
};

/**
 * Cancels an interview: from now on its candidate is refused.
 * @param read the interview as it was read
 * @returns the interview as it is now
 * @throws ConditionFailed if it has changed since
 */
export const cancelInterview = async (
  table: Table,
  read: Interview & { status: StatusBefore<'interview_cancelled'> },
  { reason, at, by }: { reason: string | undefined; at: string; by: Actor },
): Promise<Interview> => {
  const { interview_id, kit_id, status, revision } = read;
  const row = { event: 'interview_cancelled', at, actor: by, facts: {} } as const;
  const { remove, counts } = notExpired(read);
  await transact(
    table,
    happens(table, interview_id, status, row, {
      ...asRead({ revision }),
      set: { cancelled_at: at, cancel_reason: reason },
      remove,
      counts: [{ kit_id, at, counts: { cancelled: 1 } }, ...counts],
    }),
  );
  const cancelled = { status: 'cancelled', cancelled_at: at, updated_at: at } as const;
  return without({ ...read, ...cancelled, ...(reason && { cancel_reason: reason }) }, remove);
};

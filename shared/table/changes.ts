import type { Brief, Interview } from '../domain/interview.ts';
import type { StatusBefore } from '../domain/transitions.ts';
import { type Actor, type AuditFacts, happens } from './audit.ts';
import { type Table, transact } from './client.ts';
import { asRead, keyOf } from './conditions.ts';
import { type Counted, notExpired } from './counts.ts';
import { interviewIndex, sk } from './keys.ts';
import { updateOf } from './update.ts';

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
 * @throws ConditionFailed if it, or its link, has changed since
 */
export const updateInterview = (
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
): Promise<void> => {
  const { interview_id, status, revision } = read;
  const { set, brief, revived, unlinked, at, by, facts } = change;
  const next = { ...read, ...set, ...(revived && { expired_at: undefined }) };
  const revival = revived ? notExpired(read) : { remove: [], counts: [] };
  const unlinking = unlinked ? withoutLink(read) : { remove: [], counts: [] };
  const row = { event: 'interview_updated', at, actor: by, facts } as const;
  return transact(table, [
    // With every new link the interview changes too, so that this is the one that was read.
    ...(unlinked ? [{ Delete: { TableName: table.name, Key: keyOf(interview_id, sk.link) } }] : []),
    ...(Object.keys(brief).length > 0
      ? [{ Update: updateOf(table, keyOf(interview_id, sk.brief), { set: brief }) }]
      : []),
    ...happens(table, interview_id, status, row, {
      ...asRead({ revision }),
      set: { ...set, ...interviewIndex(next), updated_at: at },
      remove: [...revival.remove, ...unlinking.remove],
      counts: [...revival.counts, ...unlinking.counts],
    }),
  ]);
};

/**
 * Cancels an interview: from now on its candidate is refused.
 * @param read the interview as it was read
 * @throws ConditionFailed if it has changed since
 */
export const cancelInterview = (
  table: Table,
  read: Pick<
    Interview,
    'interview_id' | 'kit_id' | 'expired_at' | 'expired_kit_id' | 'revision'
  > & {
    status: StatusBefore<'interview_cancelled'>;
  },
  { reason, at, by }: { reason: string | undefined; at: string; by: Actor },
): Promise<void> => {
  const { interview_id, kit_id, status, revision } = read;
  const row = { event: 'interview_cancelled', at, actor: by, facts: {} } as const;
  const { remove, counts } = notExpired(read);
  return transact(
    table,
    happens(table, interview_id, status, row, {
      ...asRead({ revision }),
      set: { cancelled_at: at, cancel_reason: reason },
      remove,
      counts: [{ kit_id, at, counts: { cancelled: 1 } }, ...counts],
    }),
  );
};

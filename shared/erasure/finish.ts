import * as z from 'zod';
import type { Deadline } from '../domain/deadline.ts';
import type { Bound, Item } from '../table/client.ts';
import type {
  closeTombstone,
  deleteItems,
  deleteSession,
  readItems,
  takeFromReports,
} from '../table/erasures.ts';
import { kindOf, kinds } from '../table/keys.ts';
import { longestLease } from '../table/leases.ts';

export interface Finishing {
  readItems: Bound<typeof readItems>;
  takeFromReports: Bound<typeof takeFromReports>;
  deleteSession: Bound<typeof deleteSession>;
  deleteItems: Bound<typeof deleteItems>;
  closeTombstone: Bound<typeof closeTombstone>;
  /** Deletes the sound of a session, whether or not there is any. */
  eraseSound(session_id: string): Promise<void>;
  now(): number;
}

/** The items of one kind. */
export const ofKind = (items: readonly Item[], kind: string): Item[] =>
  items.filter((item) => kindOf(String(item.sk)) === kind);

/**
 * Deletes what is left of an interview that has its tombstone, until a read finds nothing.
 * @returns whether that is so; else it has to be called again, perhaps minutes later
 * @throws ConditionFailed if another request does the same and was faster: that one goes on
 */
export const finish = async (
  deps: Finishing,
  interview_id: string,
  until: Deadline,
): Promise<boolean> => {
  for (;;) {
    const items = await deps.readItems(interview_id);
    const [tombstone] = ofKind(items, kinds.erased);
    // One that was put back from a backup is an interview again.
    if (!tombstone || ofKind(items, kinds.interview).length > 0) return false;
    const left = items.filter((item) => item !== tombstone && item.event !== 'interview_erased');
    if (left.length === 0) {
      if (tombstone.gsi1pk) await deps.closeTombstone(interview_id);
      return true;
    }
    const due = left.filter((item) => !isBeingSpoken(item, items, deps.now()));
    if (due.length === 0 || deps.now() >= until.at) return false;
    await eraseItems(deps, interview_id, due, until);
  }
};

const Spoken = z.object({ session_id: z.string(), noted_at: z.string() });

/** Whether a request may still store sound of a session: its note goes once that has ended, and the sound before. */
const isBeingSpoken = (item: Item, items: readonly Item[], now: number): boolean => {
  if (kindOf(String(item.sk)) !== kinds.audio) return false;
  const { session_id, noted_at } = Spoken.parse(item);
  const isStored = ofKind(items, kinds.session).some((one) => one.session_id === session_id);
  return !isStored && Date.parse(noted_at) > now - longestLease;
};

const OfKit = z.object({ kit: z.object({ kit_id: z.string(), version: z.int() }).optional() });

/** What knows of something elsewhere goes after that. */
const eraseItems = async (
  deps: Finishing,
  interview_id: string,
  items: readonly Item[],
  until: Deadline,
): Promise<void> => {
  for (const counted of ofKind(items, kinds.counted)) {
    await deps.takeFromReports(interview_id, counted);
  }
  const sessions = ofKind(items, kinds.session);
  const spoken = [...sessions, ...ofKind(items, kinds.audio)];
  for (const session_id of new Set(spoken.map((one) => String(one.session_id)))) {
    await deps.eraseSound(session_id);
  }
  for (const session of sessions) {
    await deps.deleteSession(interview_id, OfKit.parse(session).kit);
  }
  await deps.deleteItems(
    items.filter((item) => !sessions.includes(item)),
    deps.now,
    until,
  );
};

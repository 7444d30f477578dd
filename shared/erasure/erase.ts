import * as z from 'zod';
import type { Deadline } from '../domain/deadline.ts';
import type { ErasureReason } from '../domain/erasure.ts';
import { AppError } from '../domain/errors.ts';
import { Id } from '../domain/text.ts';
import type { Actor } from '../table/audit.ts';
import { type Bound, type Item, overIfOvertaken } from '../table/client.ts';
import type { listErasing, putTombstone } from '../table/erasures.ts';
import { kinds } from '../table/keys.ts';
import { type Finishing, finish, ofKind } from './finish.ts';

/** The dependencies of erasing; `erasing` connects them. */
export interface Erasing extends Finishing {
  putTombstone: Bound<typeof putTombstone>;
  listErasing: Bound<typeof listErasing>;
  /** Called with the reason when an erasure cannot be finished now. */
  report(interview_id: string, error: unknown): void;
}

interface Asked {
  reason: ErasureReason;
  by: Actor;
  /** ISO 8601. */
  at: string;
  /** When it has to return. */
  until: Deadline;
  /** Whether it is still to be erased, by its item as it is stored now; if left out, it is. */
  isDue?(interview: Item): boolean;
}

/**
 * Erases an interview. In one transaction its place is taken by a tombstone, against which every later
 * write loses; then the rest goes, as far as time allows, and what is left is for `resumeErasures`. Safe
 * to repeat at any point, also at the same moment by others: nothing is done twice.
 * @returns null if there never was such an interview or it is not due; else when it was erased, and
 * whether nothing is left
 * @throws AppError legal_hold, conflict; then nothing was changed
 */
export const erase = async (
  deps: Erasing,
  interview_id: string,
  asked: Asked,
): Promise<{ interview_id: string; erased_at: string; complete: boolean } | null> => {
  const id = Id.safeParse(interview_id);
  const erased_at = id.success && (await bury(deps, id.data, asked));
  if (!erased_at) return null;
  return { interview_id: id.data, erased_at, complete: await goOn(deps, id.data, asked.until) };
};

/**
 * Goes on with up to a hundred erasures that are not finished. One that fails is reported and leaves
 * the others alone.
 */
export const resumeErasures = async (
  deps: Erasing,
  until: Deadline,
): Promise<{ finished: number; left: number }> => {
  const done = { finished: 0, left: 0 };
  for (const interview_id of await deps.listErasing()) {
    const isFinished = deps.now() < until.at && (await goOn(deps, interview_id, until));
    done[isFinished ? 'finished' : 'left']++;
  }
  return done;
};

const goOn = (deps: Erasing, interview_id: string, until: Deadline): Promise<boolean> =>
  finish(deps, interview_id, until).catch((error: unknown) => {
    deps.report(interview_id, error);
    return false;
  });

const Tombstone = z.object({ erased_at: z.string() });

/** Puts the tombstone. @returns when it was erased, now or before; null if there is nothing to erase */
const bury = (
  deps: Erasing,
  interview_id: string,
  { reason, by, at, isDue = () => true }: Asked,
): Promise<string | null> =>
  overIfOvertaken(async () => {
    const items = await deps.readItems(interview_id);
    const [interview] = ofKind(items, kinds.interview);
    const [tombstone] = ofKind(items, kinds.erased);
    if (!interview) return tombstone ? Tombstone.parse(tombstone).erased_at : null;
    if (!isDue(interview)) return null;
    if (interview.legal_hold) {
      throw new AppError('legal_hold', 'The interview is on legal hold and cannot be erased');
    }
    const erased_at = afterAll(items, at);
    await deps.putTombstone(interview_id, { interview, reason, by, at: erased_at });
    return erased_at;
  });

/** The moment, or the millisecond after what the audit has: docs/adr/018. Nothing else may be readable. */
const afterAll = (items: readonly Item[], at: string): string => {
  const last = Date.parse(String(ofKind(items, kinds.audit).at(-1)?.at)) || 0;
  return new Date(Math.max(Date.parse(at), last + 1)).toISOString();
};

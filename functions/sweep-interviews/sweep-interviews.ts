import type { Deadline } from '../../shared/domain/deadline.ts';
import { type Ending, type Endings, rulesOf } from '../../shared/domain/due.ts';
import { mapConcurrently } from '../../shared/domain/map-concurrently.ts';
import { linkExpiry } from '../../shared/domain/window.ts';
import { errorFacts } from '../../shared/http/log.ts';
import { linkedOf, type Sealing, seal } from '../../shared/session/seal.ts';
import { type Bound, ConditionFailed } from '../../shared/table/client.ts';
import type { listByStart, markExpired } from '../../shared/table/endings.ts';

interface Deps extends Sealing {
  listByStart: Bound<typeof listByStart>;
  markExpired: Bound<typeof markExpired>;
  /** Erases an interview, or begins to; safe to repeat. */
  erase(interview_id: string, until: Deadline): Promise<void>;
  /** Goes on with what was begun. @returns how many are still not finished */
  resumeErasures(until: Deadline): Promise<number>;
}

/** How many failures of a run are in its log line. */
const shown = 10;

/** How many interviews are worked on at once. */
const atOnce = 10;

/** Time kept for what is under way when the last one has begun, in ms. */
const spare = 20_000;

type Rule = ReturnType<typeof rulesOf>[number];

interface Due extends Pick<Rule, 'end' | 'dueAt'> {
  interview_id: string;
  /** Null if it cannot be read. */
  interview: Ending | null;
}

/**
 * Ends what is due: seals what its candidate left open, marks what nobody started, erases what was kept
 * long enough. Safe to run twice, and at the same moment as anybody: each write holds only for what was
 * read. One that fails leaves the others alone, and is due again in the next run.
 * @returns what was done, and how many were due and are left
 */
export const sweepInterviews = async (deps: Deps, set: Endings, { at }: Deadline) => {
  const until = { at: at - spare };
  const now = deps.now();
  const unfinished = await deps.resumeErasures({ at: (now + until.at) / 2 });
  const due = await allDue(deps, set, now);
  const done = { seal: 0, expire: 0, erase: 0 };
  const errors: object[] = [];
  let changed = 0;
  const end = async (one: Due) => {
    if (deps.now() >= until.at) return;
    try {
      await endOne(deps, one, set, until);
      done[one.end]++;
    } catch (error) {
      // It changed since it was listed; if it is still due, the next run finds it.
      if (error instanceof ConditionFailed) changed++;
      else errors.push({ interview_id: one.interview_id, end: one.end, error: errorFacts(error) });
    }
  };
  await mapConcurrently(anywhereFirst(due), end, atOnce);
  const { seal: sealed, expire: expired, erase: erased } = done;
  const overdue = due.length - sealed - expired - erased - changed + unfinished;
  const facts = { due: due.length, sealed, expired, erased, changed, unfinished, overdue };
  return { ...facts, failed: errors.length, errors: errors.slice(0, shown) };
};

/** From another place in each run, so that nothing waits for ever behind what fails or takes long. */
const anywhereFirst = (due: readonly Due[]): Due[] => {
  const first = Math.floor(Math.random() * due.length);
  return [...due.slice(first), ...due.slice(0, first)];
};

const isDue = (dueAt: Rule['dueAt'], interview: Ending, set: Endings, now: number): boolean => {
  const moment = dueAt(interview, set);
  return moment !== null && now > moment;
};

/** All that is due, the interviews of each list by their start. */
const allDue = async (deps: Deps, set: Endings, now: number): Promise<Due[]> => {
  const due: Due[] = [];
  for (const { list, end, dueAt, until } of rulesOf(set, now)) {
    for await (const page of deps.listByStart(list, until)) {
      const ofPage = page.filter(
        ({ interview }) => !interview || isDue(dueAt, interview, set, now),
      );
      due.push(...ofPage.map((found) => ({ end, dueAt, ...found })));
    }
  }
  return due;
};

const endOne = async (
  deps: Deps,
  { end, dueAt, interview }: Due,
  set: Endings,
  until: Deadline,
): Promise<void> => {
  if (!interview) throw new Error('An interview in a list cannot be read');
  if (end === 'seal') return sealExpired(deps, interview);
  if (end === 'expire') return deps.markExpired(interview);
  // The list may be minutes old, and what is erased does not come back.
  const read = await deps.readInterview(interview.interview_id);
  if (!read || !isDue(dueAt, read.interview, set, deps.now())) throw new ConditionFailed();
  await deps.erase(interview.interview_id, until);
};

/** Seals an interview as its candidate would have; the queue has it evaluated. */
const sealExpired = async (deps: Deps, listed: Ending): Promise<void> => {
  const { interview_id, ends_at, open_requests } = listed;
  await seal(deps, interview_id, {
    completed_by: 'expiry',
    by: 'system',
    // Neither moved nor asked for more time since it was listed.
    provided: {
      equal: { ends_at, ...(open_requests !== undefined && { open_requests }) },
      absent: open_requests === undefined ? ['open_requests'] : [],
    },
    check: (read) => {
      if (!read || read.interview.status === 'cancelled') throw new ConditionFailed();
      if (linkExpiry(read.interview) !== linkExpiry(listed)) throw new ConditionFailed();
      return linkedOf(read);
    },
  });
};

import type { Deadline } from '../../shared/domain/deadline.ts';
import { Ending, type Endings, rulesOf } from '../../shared/domain/due.ts';
import { mapConcurrently } from '../../shared/domain/map-concurrently.ts';
import { linkExpiry } from '../../shared/domain/window.ts';
import { errorFacts } from '../../shared/http/log.ts';
import { type Sealing, seal } from '../../shared/session/seal.ts';
import { type Bound, ConditionFailed } from '../../shared/table/client.ts';
import { asRead } from '../../shared/table/conditions.ts';
import type { listByStart, markExpired } from '../../shared/table/endings.ts';

interface Deps extends Sealing {
  listByStart: Bound<typeof listByStart>;
  markExpired: Bound<typeof markExpired>;
  /** Erases an interview if it is due as it is stored now, or begins to; safe to repeat. @returns whether it was due */
  erase(interview_id: string, until: Deadline, isDue: (item: object) => boolean): Promise<boolean>;
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

interface Due extends Pick<Rule, 'end'> {
  isDue: IsDue;
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
      await endOne(deps, one, until);
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

/** Whether an interview is due by a rule, now. */
type IsDue = (interview: Ending) => boolean;

const dueBy =
  ({ dueAt }: Pick<Rule, 'dueAt'>, set: Endings, now: number): IsDue =>
  (interview) => {
    const moment = dueAt(interview, set);
    return moment !== null && now > moment;
  };

/** All that is due, the interviews of each list by their start. */
const allDue = async (deps: Deps, set: Endings, now: number): Promise<Due[]> => {
  const due: Due[] = [];
  for (const { list, end, dueAt, until } of rulesOf(set, now)) {
    const isDue = dueBy({ dueAt }, set, now);
    for await (const page of deps.listByStart(list, until)) {
      const ofPage = page.filter(({ interview }) => !interview || isDue(interview));
      due.push(...ofPage.map((found) => ({ end, isDue, ...found })));
    }
  }
  return due;
};

const endOne = async (
  deps: Deps,
  { end, isDue, interview }: Due,
  until: Deadline,
): Promise<void> => {
  if (!interview) throw new Error('An interview in a list cannot be read');
  if (end === 'seal') return sealExpired(deps, interview);
  if (end === 'expire') return deps.markExpired(interview);
  const isStillDue = (item: object) => isDue(Ending.parse(item));
  if (!(await deps.erase(interview.interview_id, until, isStillDue))) throw new ConditionFailed();
};

/** Seals an interview as its candidate would have; the queue has it evaluated. */
const sealExpired = async (deps: Deps, listed: Ending): Promise<void> => {
  const { interview_id, ends_at, open_requests } = listed;
  await seal(deps, interview_id, {
    completed_by: 'expiry',
    by: 'system',
    // Neither moved nor asked for more time since it was listed.
    provided: asRead({ ends_at, open_requests }),
    check: (read) => {
      if (!read || read.interview.status === 'cancelled') throw new ConditionFailed();
      if (linkExpiry(read.interview) !== linkExpiry(listed)) throw new ConditionFailed();
      if (read.interview.open_requests !== open_requests) throw new ConditionFailed();
      return read;
    },
  });
};

import { NewInterview } from '../../shared/contract/endpoints/create-interview.ts';
import type {
  NewInterviews,
  RowResult as RowView,
} from '../../shared/contract/endpoints/create-interviews.ts';
import type { RowRefusal } from '../../shared/contract/refusal.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { AppError } from '../../shared/domain/errors.ts';
import { mapConcurrently } from '../../shared/domain/map-concurrently.ts';
import { parseInput } from '../../shared/domain/parse-input.ts';
import type { Replayable } from '../../shared/domain/replayable.ts';
import {
  createInterview,
  type ScheduledInterview,
  type Scheduling,
  scheduled,
} from '../../shared/interviews/create-interview.ts';
import { type LinkMaking, makeLink } from '../../shared/links/make-link.ts';
import type { Actor } from '../../shared/table/audit.ts';
import type { Bound } from '../../shared/table/client.ts';
import { type Keyed, type readRows, rowOf } from '../../shared/table/idempotency.ts';
import { firstOfEachJob, sharedKits } from './shared-kits.ts';

interface Deps extends Scheduling, LinkMaking {
  readRows: Bound<typeof readRows>;
  /** What a client is told of an error that stopped a row. */
  refusalOf(error: unknown): { status: number; error: RowRefusal };
}

/** A row whose interview is still as it was stored, with its long texts. */
type RowResult = Omit<RowView, 'interview'> & { interview?: ScheduledInterview };
type Scheduled = RowResult & { interview: ScheduledInterview };

interface Batch {
  by: Actor;
  sent: NewInterviews;
  request: Keyed | null;
  deadline: Deadline;
}

/** How many rows are made at a time. */
const atOnce = 10;

/**
 * Schedules each interview for itself, and then makes the links: first one of each job, which writes
 * its kit. What time does not reach is left for the same request under the same key.
 * @throws AppError idempotency_mismatch before anything is made
 */
export const createInterviews = async (
  given: Deps,
  batch: Batch,
): Promise<Replayable<{ results: RowResult[] }>> => {
  const { sent, request } = batch;
  const deps = { ...given, ...sharedKits(given) };
  const known = request ? await deps.readRows(request, deps.now()) : new Map();
  let replayed = known.size > 0;
  const rows = await mapConcurrently(
    sent.interviews,
    async (row, index): Promise<RowResult> => {
      const own = request && rowOf(request, index);
      const ids = own && known.get(own.sk);
      try {
        inTime(deps, batch);
        if (ids) return { index, status: 201, interview: await scheduled(deps, ids) };
        const made = await createInterview(deps, batch.by, parseInput(NewInterview, row), own);
        replayed ||= made.replayed;
        return { index, status: 201, interview: made.body };
      } catch (error) {
        return { index, ...deps.refusalOf(error) };
      }
    },
    atOnce,
  );
  const results = sent.generate_links ? await withLinks(deps, batch, rows) : rows;
  return { body: { results }, replayed };
};

const outOfTime = 'There was no time left for this: send the same request again, under its key';

const inTime = ({ now }: Deps, { deadline }: Batch) => {
  if (now() >= deadline.at) throw new AppError('unavailable', outOfTime, { retry_after: 1 });
};

const withLinks = async (deps: Deps, batch: Batch, rows: RowResult[]): Promise<RowResult[]> => {
  const made = rows.filter((row): row is Scheduled => row.interview !== undefined);
  const first = firstOfEachJob(made);
  const linked = new Map<number, RowResult>();
  for (const part of [first, made.filter((row) => !first.includes(row))]) {
    const links = await mapConcurrently(part, (row) => withLink(deps, batch, row), atOnce);
    for (const row of links) linked.set(row.index, row);
  }
  return rows.map((row) => linked.get(row.index) ?? row);
};

const withLink = async (deps: Deps, batch: Batch, row: Scheduled): Promise<RowResult> => {
  try {
    inTime(deps, batch);
    const link = await makeLink(deps, {
      interview_id: row.interview.interview_id,
      by: batch.by,
      replace: false,
      deadline: batch.deadline,
    });
    return { ...row, link };
  } catch (caught) {
    const { status, error } = deps.refusalOf(caught);
    // The interview is made: only a row that is to be sent again says otherwise.
    return { ...row, error, ...(error.code === 'unavailable' && { status }) };
  }
};

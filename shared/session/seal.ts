import { AppError, conflict } from '../domain/errors.ts';
import type { CompletedBy } from '../domain/interview.ts';
import type { Link, Session } from '../domain/session.ts';
import type { Actor } from '../table/audit.ts';
import { type Bound, ConditionFailed } from '../table/client.ts';
import type { InterviewRecord, readInterview } from '../table/interviews.ts';
import { nextMoment } from '../table/moment.ts';
import type { sealSession } from '../table/sessions.ts';
import { followUpsOf } from './progress.ts';

/** What sealing an interview needs. */
export interface Sealing {
  readInterview: Bound<typeof readInterview>;
  sealSession: Bound<typeof sealSession>;
  /** Has the evaluation completed later, whatever becomes of this function. */
  evaluateLater(interview_id: string): Promise<void>;
  now(): number;
}

/** An interview that has, or had, its link. */
interface Linked extends InterviewRecord {
  link: Link;
  session: Session;
}

/** The same interview with its link, which every interview has that was started. */
const linkedOf = (record: InterviewRecord): Linked => {
  const { interview, link, session } = record;
  if (interview.status === 'scheduled') {
    throw new AppError('not_started', 'Start the interview before completing it');
  }
  if (!link || !session) throw new Error('An interview was started without a link');
  return { ...record, link, session };
};

/** Who seals an interview, and what must hold for it. */
export interface Seal extends Pick<Parameters<Sealing['sealSession']>[1], 'provided'> {
  completed_by: CompletedBy;
  by: Actor;
  /** Looks at the interview as it was read; throws if it may not be sealed by this caller. */
  check(read: InterviewRecord | null): InterviewRecord;
}

/** An answer or a question stored between the read and the seal causes one retry. */
const attempts = 4;

/**
 * Seals an interview in progress. The queue gets its message first, so that an evaluation lost with
 * this function is completed from there.
 * @returns the interview, and whether it was sealed now; if not, it was completed already
 * @throws what `check` throws, AppError not_started, conflict
 */
export const seal = async (
  deps: Sealing,
  interview_id: string,
  { check, ...who }: Seal,
): Promise<{ record: Linked; sealed: boolean }> => {
  let queued = false;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const record = linkedOf(check(await deps.readInterview(interview_id)));
    const { interview, session } = record;
    if (interview.status === 'completed') return { record, sealed: false };
    if (!queued) await deps.evaluateLater(interview_id);
    queued = true;
    const completed_at = nextMoment(record, deps.now());
    try {
      await deps.sealSession(interview, {
        link_id: record.link.link_id,
        answered: record.responses.length,
        follow_ups: followUpsOf(record),
        completed_at,
        ...who,
      });
    } catch (error) {
      if (error instanceof ConditionFailed) continue;
      throw error;
    }
    const status = 'completed' as const;
    return {
      record: {
        ...record,
        interview: { ...interview, status, completed_at, completed_by: who.completed_by },
        session: { ...session, completed_at },
      },
      sealed: true,
    };
  }
  throw conflict();
};

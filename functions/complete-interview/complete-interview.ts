import type { Completed } from '../../shared/contract/endpoints/complete-interview.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { AppError, conflict } from '../../shared/domain/errors.ts';
import { admit, sameInterview, type VerifiedLink } from '../../shared/links/admission.ts';
import { assessMissing, type Evaluating, evaluate } from '../../shared/session/evaluate.ts';
import { followUpsOf } from '../../shared/session/progress.ts';
import { completedView } from '../../shared/session/result.ts';
import { type Bound, ConditionFailed } from '../../shared/table/client.ts';
import type { readInterview } from '../../shared/table/interviews.ts';
import { evaluating, type releaseLease } from '../../shared/table/leases.ts';
import { nextMoment } from '../../shared/table/moment.ts';
import type { sealSession } from '../../shared/table/sessions.ts';

interface Deps extends Evaluating {
  readInterview: Bound<typeof readInterview>;
  sealSession: Bound<typeof sealSession>;
  releaseLease: Bound<typeof releaseLease>;
  /** Has the evaluation completed later if this function cannot finish it. Never throws. */
  evaluateLater(interview_id: string): Promise<void>;
  /** Called with the reason when the evaluation cannot be completed now. */
  report(interview_id: string, error: unknown): void;
}

/** An answer or a question stored between the read and the seal causes one retry. */
const attempts = 4;

/**
 * Seals the interview, then evaluates it. Only the request that seals it calls the model, so a
 * hundred concurrent requests create one evaluation. The queue gets its message first, so that an
 * evaluation lost with this function is completed from there.
 * @throws AppError from `admit`, not_started
 */
export const completeInterview = async (
  deps: Deps,
  link: VerifiedLink,
  sent: { session_id: string },
  until: Deadline,
): Promise<Completed> => {
  const { interview_id, link_id } = link.claim;
  let queued = false;
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const record = admit(link, await deps.readInterview(interview_id), deps.now());
    sameInterview(record, sent);
    const { status } = record.interview;
    if (status === 'scheduled') {
      throw new AppError('not_started', 'Start the interview before completing it');
    }
    if (status === 'completed') return completedView(record);
    if (!queued) await deps.evaluateLater(interview_id);
    queued = true;
    const completed_at = nextMoment(record, deps.now());
    try {
      const counts = { answered: record.responses.length, follow_ups: followUpsOf(record) };
      await deps.sealSession(record.interview, { link_id, ...counts, completed_at });
    } catch (error) {
      if (error instanceof ConditionFailed) continue;
      throw error;
    }
    const sealed = {
      ...record,
      interview: { ...record.interview, status: 'completed' as const },
      session: { ...record.session, completed_at },
    };
    try {
      const read = await assessMissing(deps, sealed, until);
      const made = await evaluate(deps, read, { version: 1, until });
      return completedView({ ...sealed, evaluations: [made] });
    } catch (error) {
      deps.report(interview_id, error);
      await deps.releaseLease(evaluating(interview_id), link_id);
      return completedView(sealed);
    }
  }
  throw conflict();
};

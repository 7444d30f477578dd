import type { Completed } from '../../shared/contract/endpoints/complete-interview.ts';
import { AppError } from '../../shared/domain/errors.ts';
import { admit, sameInterview, type VerifiedLink } from '../../shared/links/admission.ts';
import { assessMissing, type Evaluating, evaluate } from '../../shared/session/evaluate.ts';
import { completedView } from '../../shared/session/result.ts';
import { ConditionFailed } from '../../shared/table/client.ts';
import type { InterviewRecord } from '../../shared/table/interviews.ts';

interface Deps extends Evaluating {
  readInterview(interview_id: string): Promise<InterviewRecord | null>;
  sealSession(
    interview_id: string,
    seal: { link_id: string; answered: number; completed_at: string },
  ): Promise<void>;
  /** Has the evaluation made later in case this function does not come to it. Never throws. */
  evaluateLater(interview_id: string): Promise<void>;
  /** Hears why an evaluation could not be made now. */
  report(interview_id: string, error: unknown): void;
}

/** Leaves room for the table within API Gateway's 29 s, in ms. */
const aiTime = 22_000;
/** An answer that slips in between the read and the seal makes one more round. */
const attempts = 4;

/**
 * Seals the interview, then evaluates it. Only the request that seals calls the model, so a hundred
 * at once make one evaluation; and the queue has been told before, so one that dies here is made up.
 * @throws AppError by `admit`, not_started, interview_cancelled
 */
export const completeInterview = async (
  deps: Deps,
  link: VerifiedLink,
  sent: { session_id: string },
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
    if (status === 'cancelled') {
      throw new AppError('interview_cancelled', 'The interview was cancelled');
    }
    if (status === 'completed') return completedView(record);
    if (!queued) await deps.evaluateLater(interview_id);
    queued = true;
    const completed_at = new Date(deps.now()).toISOString();
    try {
      const answered = record.responses.length;
      await deps.sealSession(interview_id, { link_id, answered, completed_at });
    } catch (error) {
      if (error instanceof ConditionFailed) continue;
      throw error;
    }
    const sealed = { ...record, interview: { ...record.interview, status: 'completed' as const } };
    try {
      const until = { at: deps.now() + aiTime };
      const read = await assessMissing(deps, sealed, until);
      const made = await evaluate(deps, read, { version: 1, until });
      return completedView({ ...sealed, evaluations: made ? [made] : [] });
    } catch (error) {
      deps.report(interview_id, error);
      return completedView(sealed);
    }
  }
  throw new AppError('conflict', 'The interview is being changed elsewhere; try again');
};

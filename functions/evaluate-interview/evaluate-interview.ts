import { evaluationQueue } from '../../shared/contract/evaluation-queue.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { AppError } from '../../shared/domain/errors.ts';
import { InterviewerError } from '../../shared/interviewer/interviewer.ts';
import {
  assessMissing,
  type Evaluating,
  evaluate,
  evaluateAgain,
} from '../../shared/session/evaluate.ts';
import type { EvaluationRequest } from '../../shared/session/queue.ts';
import type { Bound } from '../../shared/table/client.ts';
import type { readInterview } from '../../shared/table/interviews.ts';
import { evaluating, type takeLease } from '../../shared/table/leases.ts';

interface Deps extends Evaluating {
  readInterview: Bound<typeof readInterview>;
  takeLease: Bound<typeof takeLease>;
  /** Puts a request back on the queue, to be delivered in `delay` seconds. */
  send(request: EvaluationRequest, delay: number): Promise<void>;
}

/** How long one delivery may hold an interview, in ms, and how soon another one looks again, in s. */
const leaseTime = evaluationQueue.timeout * 1000;
const lookAgain = 60;

/** SQS delays a message by at most 15 minutes; a request is re-queued while the budget is spent. */
const longestDelay = 900;

type Outcome =
  | 'evaluated'
  | 'assessed'
  | 'nothing to do'
  | 'waits for the budget'
  | 'waits for another delivery';

/**
 * Completes the missing assessments of an interview, and its evaluation once it is sealed. With a
 * version, evaluates it again as that version. Running it twice changes nothing the second time, and
 * of two deliveries at once one waits.
 * When the day's budget is spent, the request waits for the next day.
 * @throws InterviewerError if the model fails; the queue tries again later
 */
export const evaluateInterview = async (
  deps: Deps,
  request: EvaluationRequest,
  until: Deadline,
): Promise<Outcome> => {
  try {
    const record = await deps.readInterview(request.interview_id);
    // What was cancelled is not paid for.
    if (!record || record.interview.status === 'cancelled') return 'nothing to do';
    if (record.interview.status === 'completed') return await evaluateAlone(deps, request, until);
    await assessMissing(deps, record, until);
    return 'assessed';
  } catch (error) {
    // Erased in between.
    if (error instanceof AppError && error.code === 'interview_not_found') return 'nothing to do';
    if (!(error instanceof InterviewerError) || error.failure !== 'budget_reached') throw error;
    await deps.send(request, longestDelay);
    return 'waits for the budget';
  }
};

/** Evaluates a sealed interview under its lease: not before the seal, which gives it to the sealer. */
const evaluateAlone = async (
  deps: Deps,
  request: EvaluationRequest,
  until: Deadline,
): Promise<Outcome> => {
  const release = await deps.takeLease(evaluating(request.interview_id), deps.now(), leaseTime);
  if (!release) {
    await deps.send(request, lookAgain);
    return 'waits for another delivery';
  }
  try {
    return await evaluateSealed(deps, request, until);
  } finally {
    await release();
  }
};

const evaluateSealed = async (
  deps: Deps,
  { interview_id, version = 1 }: EvaluationRequest,
  until: Deadline,
): Promise<Outcome> => {
  // Read again: whoever had the lease before may have made it.
  const record = await deps.readInterview(interview_id);
  if (!record || record.evaluations.some((made) => made.version === version)) {
    return 'nothing to do';
  }
  if (version > 1) await evaluateAgain(deps, record, { version, until });
  else await evaluate(deps, await assessMissing(deps, record, until), { version, until });
  return 'evaluated';
};

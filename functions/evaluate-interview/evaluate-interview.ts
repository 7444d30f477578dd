import type { Deadline } from '../../shared/domain/deadline.ts';
import { InterviewerError } from '../../shared/interviewer/interviewer.ts';
import {
  assessAnew,
  assessMissing,
  type Evaluating,
  evaluate,
} from '../../shared/session/evaluate.ts';
import type { EvaluationRequest } from '../../shared/session/queue.ts';
import type { Bound } from '../../shared/table/client.ts';
import type { readInterview } from '../../shared/table/interviews.ts';

interface Deps extends Evaluating {
  readInterview: Bound<typeof readInterview>;
  /** Puts a request back on the queue, for `delay` seconds from now. */
  send(request: EvaluationRequest, delay: number): Promise<void>;
}

/** SQS delays a message by 15 minutes at the most; while the budget is spent it goes round. */
const longestDelay = 900;

/**
 * Completes what an interview lacks: assessments, and the evaluation once it is sealed. With a
 * version, evaluates it again as that version. Done twice, it changes nothing the second time.
 * When the day's budget is spent it waits for the next day.
 * @throws InterviewerError where the model fails; the queue tries again later
 */
export const evaluateInterview = async (
  deps: Deps,
  request: EvaluationRequest,
  until: Deadline,
): Promise<'evaluated' | 'assessed' | 'nothing to do' | 'waits for the budget'> => {
  try {
    return await completeMissing(deps, request, until);
  } catch (error) {
    if (!(error instanceof InterviewerError) || error.failure !== 'budget_reached') throw error;
    await deps.send(request, longestDelay);
    return 'waits for the budget';
  }
};

const completeMissing = async (
  deps: Deps,
  { interview_id, version }: EvaluationRequest,
  until: Deadline,
) => {
  const record = await deps.readInterview(interview_id);
  if (!record) return 'nothing to do';
  const wanted = version ?? 1;
  const made = record.evaluations.some((evaluation) => evaluation.version === wanted);
  if (made) return 'nothing to do';
  if (version !== undefined) {
    await evaluate(deps, await assessAnew(deps, record, until), { version, until });
    return 'evaluated';
  }
  const read = await assessMissing(deps, record, until);
  if (record.interview.status !== 'completed') return 'assessed';
  await evaluate(deps, read, { version: wanted, until });
  return 'evaluated';
};

import { AppError, interviewNotFound } from '../../shared/domain/errors.ts';
import type { EvaluationRequest } from '../../shared/session/queue.ts';
import type { Actor } from '../../shared/table/audit.ts';
import { type Bound, ConditionFailed } from '../../shared/table/client.ts';
import type { noteEvaluationRequest } from '../../shared/table/evaluations.ts';
import type { readInterview } from '../../shared/table/interviews.ts';
import { nextMoment } from '../../shared/table/moment.ts';

interface Deps {
  readInterview: Bound<typeof readInterview>;
  noteEvaluationRequest: Bound<typeof noteEvaluationRequest>;
  /** Puts the request on the evaluation queue, to be delivered in `delay` seconds. */
  send(request: EvaluationRequest, delay: number): Promise<void>;
  now(): number;
}

/** The evaluations that one interview may have, so that it stays small enough to be read. */
const mostVersions = 20;

/**
 * Has a completed interview evaluated again, as the next version. Two concurrent requests ask for
 * the same version and get one evaluation. If version 1 is still missing, it requests that one.
 * @throws AppError interview_not_found, not_completed, too_many_requests, unavailable
 */
export const reEvaluateInterview = async (deps: Deps, by: Actor, id: string) => {
  const record = await deps.readInterview(id);
  if (!record) throw interviewNotFound();
  const { interview_id, status } = record.interview;
  if (status !== 'completed') {
    throw new AppError('not_completed', 'Only a completed interview can be evaluated');
  }
  const version = (record.evaluations.at(-1)?.version ?? 0) + 1;
  if (version > mostVersions) {
    const message = `The interview has been evaluated ${mostVersions} times, which is the most`;
    throw new AppError('too_many_requests', message);
  }
  const at = nextMoment(record, deps.now());
  await deps.noteEvaluationRequest(interview_id, { version, by, at }).catch((error: unknown) => {
    // A completed interview stays that, until it is erased.
    throw error instanceof ConditionFailed ? interviewNotFound(error) : error;
  });
  try {
    await deps.send(version > 1 ? { interview_id, version } : { interview_id }, 0);
  } catch (error) {
    throw new AppError('unavailable', 'The evaluation could not be queued; try again', {
      cause: error,
      retry_after: 5,
    });
  }
  return {
    interview_id,
    version,
    status: 'evaluating' as const,
    message: 'The evaluation is in progress; earlier versions are kept',
  };
};

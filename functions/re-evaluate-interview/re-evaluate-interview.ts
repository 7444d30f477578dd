import { AppError } from '../../shared/domain/errors.ts';
import { requireInterview } from '../../shared/interviews/require-interview.ts';
import type { EvaluationRequest } from '../../shared/session/queue.ts';
import type { Actor } from '../../shared/table/audit.ts';
import { type Bound, overIfOvertaken } from '../../shared/table/client.ts';
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
 * Has a completed interview evaluated again, as the next version. All requests until that is made
 * ask for the same version: one is recorded and one evaluation made, and each is put on the queue,
 * since the message of an earlier one may be lost. If version 1 is still missing, it requests that.
 * @throws AppError interview_not_found, not_completed, too_many_requests, conflict, unavailable
 */
export const reEvaluateInterview = async (deps: Deps, by: Actor, interview_id: string) => {
  const version = await overIfOvertaken(() => requested(deps, by, interview_id));
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

/** Records the request, unless there is one for the same version. @returns the version */
const requested = async (deps: Deps, by: Actor, id: string): Promise<number> => {
  const record = requireInterview(await deps.readInterview(id));
  const { status, evaluation_requested } = record.interview;
  if (status !== 'completed') {
    throw new AppError('not_completed', 'Only a completed interview can be evaluated');
  }
  const version = (record.evaluations.at(-1)?.version ?? 0) + 1;
  if (version > mostVersions) {
    const message = `The interview has been evaluated ${mostVersions} times, which is the most`;
    throw new AppError('too_many_requests', message);
  }
  if (evaluation_requested === version) return version;
  const at = nextMoment(record, deps.now());
  await deps.noteEvaluationRequest(record.interview, { version, by, at });
  return version;
};

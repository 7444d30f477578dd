import { AppError } from '../../shared/domain/errors.ts';
import { requireWithBrief, viewOf } from '../../shared/interviews/require-interview.ts';
import type { Actor } from '../../shared/table/audit.ts';
import type { cancelInterview as store } from '../../shared/table/changes.ts';
import { type Bound, overIfOvertaken } from '../../shared/table/client.ts';
import type { readInterview } from '../../shared/table/interviews.ts';
import { nextMoment } from '../../shared/table/moment.ts';

interface Deps {
  readInterview: Bound<typeof readInterview>;
  store: Bound<typeof store>;
  now(): number;
}

/**
 * Cancels an interview. One that is cancelled stays as it is, with its first reason.
 * @throws AppError interview_not_found, interview_completed, conflict
 */
export const cancelInterview = (deps: Deps, by: Actor, id: string, reason?: string) =>
  overIfOvertaken(async () => {
    const record = requireWithBrief(await deps.readInterview(id, 'brief'));
    const { status } = record.interview;
    if (status === 'completed') {
      throw new AppError('interview_completed', 'A completed interview cannot be cancelled');
    }
    if (status === 'cancelled') return viewOf(record);
    const at = nextMoment(record, deps.now());
    const change = { reason: reason || undefined, at, by };
    const interview = await deps.store({ ...record.interview, status }, change);
    return viewOf({ ...record, interview });
  });

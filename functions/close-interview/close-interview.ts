import type { Completed } from '../../shared/contract/endpoints/complete-interview.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { AppError } from '../../shared/domain/errors.ts';
import { requireInterview } from '../../shared/interviews/require-interview.ts';
import { type Completing, complete } from '../../shared/session/complete.ts';
import type { Actor } from '../../shared/table/audit.ts';

/**
 * Seals an interview in progress on its candidate's behalf, then evaluates it. Safe to repeat.
 * @throws AppError interview_not_found, interview_cancelled, not_started, conflict
 */
export const closeInterview = async (
  deps: Completing,
  by: Actor,
  interview_id: string,
  until: Deadline,
): Promise<Completed> => {
  const closed = await complete(
    deps,
    interview_id,
    {
      completed_by: 'recruiter',
      by,
      check: (read) => {
        const record = requireInterview(read);
        if (record.interview.status === 'cancelled') {
          throw new AppError('interview_cancelled', 'The interview was cancelled');
        }
        return record;
      },
    },
    until,
  );
  const message =
    closed.status === 'completed'
      ? 'The interview is completed'
      : 'The interview is completed; its evaluation is in progress';
  return { ...closed, message };
};

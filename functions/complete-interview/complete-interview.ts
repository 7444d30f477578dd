import type { Completed } from '../../shared/contract/endpoints/complete-interview.ts';
import type { Deadline } from '../../shared/domain/deadline.ts';
import { admit, sameInterview, type VerifiedLink } from '../../shared/links/admission.ts';
import { type Completing, complete } from '../../shared/session/complete.ts';

/**
 * Seals the candidate's interview, then evaluates it.
 * @throws AppError from `admit`, not_started, conflict
 */
export const completeInterview = (
  deps: Completing,
  link: VerifiedLink,
  sent: { session_id: string },
  until: Deadline,
): Promise<Completed> =>
  complete(
    deps,
    link.claim.interview_id,
    {
      completed_by: 'candidate',
      by: 'candidate',
      check: (read) => {
        const record = admit(link, read, deps.now());
        sameInterview(record, sent);
        return record;
      },
    },
    until,
  );

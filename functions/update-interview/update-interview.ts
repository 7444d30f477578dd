import type { InterviewChange } from '../../shared/contract/endpoints/update-interview.ts';
import { normalisedEmail } from '../../shared/domain/email-address.ts';
import { AppError } from '../../shared/domain/errors.ts';
import type { Machine, Recruiter } from '../../shared/http/caller.ts';
import { gatewayError } from '../../shared/http/gateway-errors.ts';
import type { KitReading } from '../../shared/interviews/job-of-kit.ts';
import { requireWithBrief, viewOf } from '../../shared/interviews/require-interview.ts';
import type { updateInterview as store } from '../../shared/table/changes.ts';
import { type Bound, overIfOvertaken } from '../../shared/table/client.ts';
import type { readInterview } from '../../shared/table/interviews.ts';
import { nextMoment } from '../../shared/table/moment.ts';
import { changesIn } from './changes-in.ts';
import { requireChangeable } from './require-changeable.ts';

interface Deps extends KitReading {
  readInterview: Bound<typeof readInterview>;
  store: Bound<typeof store>;
  now(): number;
}

/**
 * Changes what was sent and differs. A new address deletes the link, whose token is invalid from then on;
 * new times move the window of the link in use, also of one that had expired.
 * @throws AppError interview_not_found, forbidden, update_conflict, invalid_input, conflict, and from
 * `requireChangeable` and `jobOfKit`
 */
export const updateInterview = async (
  deps: Deps,
  by: Recruiter | Machine,
  id: string,
  sent: InterviewChange,
) => {
  if (sent.legal_hold !== undefined && !('admin' in by)) {
    throw new AppError('forbidden', gatewayError('ACCESS_DENIED').error);
  }
  return overIfOvertaken(async () => {
    const record = requireWithBrief(await deps.readInterview(id, 'brief'));
    requireChangeable(record, sent);
    const { set, brief } = await changesIn(deps, record, sent);
    const fields = Object.keys({ ...set, ...brief });
    if (fields.length === 0) return viewOf(record);
    const { interview, link } = record;
    const revived = Boolean(interview.expired_at) && ('starts_at' in set || 'ends_at' in set);
    const { candidate_email: before } = interview;
    const { candidate_email: after = before } = set;
    const unlinked = link !== null && normalisedEmail(after) !== normalisedEmail(before);
    const at = nextMoment(record, deps.now());
    const facts = { fields: fields.join(' '), link_deleted: unlinked };
    const change = { set, brief, revived, unlinked, at, by, facts };
    const next = await deps.store(interview, change);
    return viewOf({ interview: next, brief: { ...record.brief, ...brief } });
  });
};

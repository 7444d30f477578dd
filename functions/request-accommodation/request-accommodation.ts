import { createHash } from 'node:crypto';
import { AppError, invalidInput } from '../../shared/domain/errors.ts';
import { isBlank } from '../../shared/domain/plain-text.ts';
import type { Accommodation } from '../../shared/domain/session.ts';
import { requestsAfter } from '../../shared/domain/window.ts';
import { admit, recognise, type VerifiedLink } from '../../shared/links/admission.ts';
import { requireInProgress } from '../../shared/session/progress.ts';
import {
  type countAccommodations,
  mostAccommodations,
  type putAccommodation,
} from '../../shared/table/accommodations.ts';
import { type Bound, ConditionFailed, overIfOvertaken } from '../../shared/table/client.ts';
import {
  asFound,
  type InterviewRecord,
  type readInterview,
} from '../../shared/table/interviews.ts';
import { nextMoment } from '../../shared/table/moment.ts';

interface Deps {
  readInterview: Bound<typeof readInterview>;
  putAccommodation: Bound<typeof putAccommodation>;
  countAccommodations: Bound<typeof countAccommodations>;
  now(): number;
}

/** The same request gets the same id, so a retry adds nothing; a version 8 UUID (RFC 9562). */
const idOf = (interview_id: string, kind: string, message: string) =>
  createHash('sha256')
    .update(JSON.stringify([interview_id, kind, message]))
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');

/**
 * Checks that the interview can be asked about: at any time before its end, and up to a day after.
 * @throws AppError from `recognise`, interview_completed, link_expired
 */
const askable = (link: VerifiedLink, read: InterviewRecord | null, now: number) => {
  const record = recognise(link, read);
  if (record.interview.status !== 'scheduled') requireInProgress(record);
  return admit(link, record, now, { before: Number.POSITIVE_INFINITY, after: requestsAfter });
};

/**
 * Stores a candidate's request for more time or another format, at most five for one interview.
 * It changes and pauses nothing else.
 * @throws AppError from `askable`, invalid_input, too_many_requests, conflict
 */
export const requestAccommodation = async (
  deps: Deps,
  link: VerifiedLink,
  { kind, message }: Pick<Accommodation, 'kind' | 'message'>,
) => {
  if (kind === 'other' && isBlank(message)) {
    throw invalidInput([{ path: 'message', message: 'must not be empty' }]);
  }
  const accommodation_id = idOf(link.claim.interview_id, kind, message);
  await overIfOvertaken(() => store(deps, link, { accommodation_id, kind, message }));
  return {
    accommodation_id,
    message: 'Your request is saved for the recruiter. The interview continues until they reply',
  };
};

const store = async (
  deps: Deps,
  link: VerifiedLink,
  asked: Pick<Accommodation, 'accommodation_id' | 'kind' | 'message'>,
): Promise<void> => {
  const { interview_id, link_id } = link.claim;
  const now = deps.now();
  const record = askable(link, await deps.readInterview(interview_id), now);
  const { status, accommodations_requested } = record.interview;
  if (accommodations_requested === undefined) await deps.countAccommodations(interview_id);
  const accommodation = { ...asked, requested_at: nextMoment(record, now) };
  try {
    await deps.putAccommodation(interview_id, {
      accommodation,
      link_id,
      status: status === 'scheduled' ? status : 'in_progress',
    });
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    const found = askable(link, asFound(record, error), now);
    // It is there already: this is a retry.
    if (found.accommodations.length > 0) return;
    if ((found.interview.accommodations_requested ?? 0) < mostAccommodations) throw error;
    throw new AppError(
      'too_many_requests',
      `This interview already has the maximum of ${mostAccommodations} requests`,
      { cause: error },
    );
  }
};

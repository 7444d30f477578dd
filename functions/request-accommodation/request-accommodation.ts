import { createHash } from 'node:crypto';
import type { Accommodation } from '../../shared/domain/session.ts';
import { recognise, type VerifiedLink } from '../../shared/links/admission.ts';
import type { putAccommodation } from '../../shared/table/accommodations.ts';
import { type Bound, ConditionFailed } from '../../shared/table/client.ts';
import { asFound, type readInterview } from '../../shared/table/interviews.ts';
import { nextMoment } from '../../shared/table/moment.ts';

interface Deps {
  readInterview: Bound<typeof readInterview>;
  putAccommodation: Bound<typeof putAccommodation>;
  now(): number;
}

/** The same request gets the same id, so a retry adds nothing; a version 8 UUID (RFC 9562). */
const idOf = (interview_id: string, kind: string, message: string) =>
  createHash('sha256')
    .update(JSON.stringify([interview_id, kind, message]))
    .digest('hex')
    .replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-8$3-8$4-$5');

/**
 * Stores a candidate's request for more time or another format, at any time: before the interview
 * opens, while it is in progress, and after it has expired. It changes and pauses nothing else.
 * @throws AppError from `recognise`
 */
export const requestAccommodation = async (
  deps: Deps,
  link: VerifiedLink,
  { kind, message }: { kind: Accommodation['kind']; message: string },
) => {
  const { interview_id, link_id } = link.claim;
  const record = recognise(link, await deps.readInterview(interview_id));
  const accommodation_id = idOf(interview_id, kind, message);
  const requested_at = nextMoment(record, deps.now());
  const accommodation = { accommodation_id, kind, message, requested_at };
  try {
    await deps.putAccommodation(interview_id, { accommodation, link_id });
  } catch (error) {
    if (!(error instanceof ConditionFailed)) throw error;
    // This is a retry, unless the link has just been replaced, in which case this throws.
    recognise(link, asFound(record, error));
  }
  return {
    accommodation_id,
    message: 'Your request is saved for the recruiter. The interview continues until they reply',
  };
};

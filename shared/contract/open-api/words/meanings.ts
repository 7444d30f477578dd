import type { ErrorCode } from '../../../domain/errors.ts';
import { unfitPassword } from '../../../domain/unfit-password.ts';

/** What each code means, with an example of its sentence, which clients show and never compare. */
export const meanings: Readonly<Record<ErrorCode, readonly [meaning: string, sentence: string]>> = {
  invalid_input: ['The request cannot be taken.', 'ends_at must be after starts_at'],
  interview_not_scheduled: [
    'The interview has no start and end yet.',
    'Interview must have a scheduled start time to generate AI interview link',
  ],
  interview_not_ai: [
    'The interview is not to be held by AI.',
    'Interview must be configured for AI interview to generate AI interview link',
  ],
  invalid_cursor: [
    'The cursor was altered, or is that of another list.',
    'The cursor does not belong to this list: start again without one',
  ],
  invalid_code: [
    'The code for a new password is wrong, or no longer valid.',
    'The code is wrong or no longer valid: ask for a new one',
  ],
  weak_password: [
    'The new password does not fit the password policy.',
    `The new password ${unfitPassword}`,
  ],
  unauthorized: [
    'There is no valid access token.',
    'Log in first: the access token is missing or no longer valid',
  ],
  invalid_credentials: ['The login was refused.', 'Invalid email or password'],
  new_password_required: [
    'The password is temporary.',
    'This password is temporary: send new_password with it to choose your own',
  ],
  invalid_client: [
    'The id or the secret of the machine client is wrong.',
    'The client id or secret is wrong',
  ],
  link_invalid: ['The token is not that of a link.', 'Invalid interview token'],
  link_replaced: ['The link was replaced by a newer one.', 'Invalid interview token'],
  forbidden: [
    'The account lacks the role, or the firewall has blocked the request.',
    'Your account is not allowed to do this',
  ],
  link_not_open: ['The link is not open yet.', 'The interview opens at 2026-12-01T09:45:00Z'],
  link_expired: ['The link has expired.', 'The link expired at 2026-12-01T13:00:00Z'],
  notice_required: [
    'The notice on the use of AI has to be accepted first.',
    'The candidate must accept the notice on the use of AI first: send notice_version',
  ],
  not_found: ['There is nothing at this address.', 'There is nothing at this address'],
  interview_not_found: ['There is no such interview.', 'Interview not found'],
  link_not_found: [
    'There is no such interview, or it has no link.',
    'No interview link found for this interview',
  ],
  kit_not_found: [
    'There is no such interview kit, version or question.',
    'Interview kit not found',
  ],
  user_not_found: ['There is no such user.', 'User not found'],
  already_answered: [
    'The question has another answer, which stays.',
    'This question has already been answered',
  ],
  interview_completed: ['The interview is completed.', 'The interview is completed'],
  interview_cancelled: ['The interview was cancelled.', 'The interview was cancelled'],
  interview_started: [
    'The candidate has started, so this can no longer be changed.',
    'The interview has started: what can still be changed is starts_at, ends_at, decision_by (and legal_hold by admins)',
  ],
  not_started: ['The interview has not been started.', 'Start the interview before answering'],
  not_completed: [
    'The interview is not completed yet.',
    'Only a completed interview can be evaluated',
  ],
  draft_outdated: [
    'A draft with this version or a higher one is stored; here it is.',
    'A newer draft of this answer has already been saved',
  ],
  conflict: [
    'Another request changed the same thing at the same time. Nothing was written.',
    'Another request is changing the same thing; try again',
  ],
  version_conflict: [
    'The kit has a newer version than the one that was changed.',
    'The newest version of the kit is 3: read it and change that one',
  ],
  update_conflict: [
    'The interview was changed after it was read.',
    'The interview was changed at 2026-12-01T09:30:00.000Z: read it again',
  ],
  has_link: [
    'The interview has a link, whose questions were made from this.',
    'The interview has a link: job_title can no longer be changed',
  ],
  kit_not_approved: [
    'This deployment wants approved kits only, and no version of the job’s kit is approved.',
    'No approved interview kit: approve a version of the job’s kit, or create one with POST /api/interview-kits/',
  ],
  kit_archived: ['The kit is in the archive.', 'The interview kit is archived'],
  legal_hold: [
    'The interview is under a legal hold and cannot be erased.',
    'The interview is under a legal hold: end that first',
  ],
  idempotency_mismatch: [
    'The Idempotency-Key was used with a different body.',
    'This Idempotency-Key was used with a different body: use a new one',
  ],
  payload_too_large: ['The body is too large.', 'The request is larger than 10 MB'],
  throttled: ['There were too many requests.', 'Too many requests; try again in a moment'],
  too_many_requests: [
    'The interview has as many of these as it may have. Another try does not help.',
    'This interview already has the maximum of 5 requests',
  ],
  internal_error: [
    'A defect of the service.',
    'Something went wrong on our side; try again in a moment',
  ],
  ai_unavailable: [
    'The model could not write what was asked for. Nothing was written.',
    'Failed to generate AI interview link: the AI service is busy',
  ],
  budget_reached: [
    'The day’s budget for models is spent. It starts again at midnight (UTC).',
    'Failed to write the interview kit: today’s budget for the AI service is spent',
  ],
  unavailable: [
    'A part of the service is not available.',
    'The service is not available; try again in a moment',
  ],
  timeout: [
    'There was no answer in time.',
    'This took too long; try again. Nothing that was saved is lost',
  ],
};

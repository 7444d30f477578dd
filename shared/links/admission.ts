import { AppError } from '../domain/errors.ts';
import { asLinkable, type InterviewStatus, type LinkableInterview } from '../domain/interview.ts';
import {
  isForEmail,
  type KeysFor,
  keyIdOf,
  type LinkClaim,
  type LinkKeys,
  verifyLinkToken,
} from '../domain/link-token.ts';
import { isoUtc } from '../domain/plain-text.ts';
import { windowOf, windowState } from '../domain/window.ts';
import type { Bound } from '../table/client.ts';
import type { InterviewRecord, readInterview } from '../table/interviews.ts';
import { withUnsent } from './unsent.ts';

const refused = (code: 'link_invalid' | 'link_replaced') =>
  new AppError(code, 'Invalid interview token');

/** A genuine token and the keys it was verified with. */
export interface VerifiedLink {
  claim: LinkClaim;
  keys: LinkKeys;
}

/** The part of a call that admission needs. */
interface Noting {
  note(facts: { interview_id: string }): void;
}

interface Deps {
  linkKeys: KeysFor;
  readInterview: Bound<typeof readInterview>;
}

/**
 * Passes only calls with a genuine token on to the logic; nothing is read before that.
 * @throws AppError link_invalid
 */
export const withLink =
  <Called extends Noting, Answer>(
    { linkKeys, readInterview }: Deps,
    tokenOf: (call: Called) => string,
    run: (link: VerifiedLink, call: Called) => Promise<Answer>,
  ) =>
  async (call: Called): Promise<Answer> => {
    const token = tokenOf(call);
    const keys = await linkKeys(keyIdOf(token));
    const claim = verifyLinkToken(keys, token);
    if (!claim) throw refused('link_invalid');
    call.note({ interview_id: claim.interview_id });
    return withUnsent(() => readInterview(claim.interview_id, 'draft'), run({ claim, keys }, call));
  };

/** An interview that its candidate may use now. */
export interface Admitted extends InterviewRecord {
  interview: LinkableInterview & { status: Exclude<InterviewStatus, 'cancelled'> };
  link: NonNullable<InterviewRecord['link']>;
  session: NonNullable<InterviewRecord['session']>;
}

/**
 * Checks a genuine token against the stored interview, regardless of the time.
 * @throws AppError link_invalid (deleted interview, other candidate), link_replaced,
 * interview_cancelled
 */
export const recognise = (
  { claim, keys }: VerifiedLink,
  record: InterviewRecord | null,
): Admitted => {
  if (!record || !isForEmail(keys, claim, record.interview.candidate_email)) {
    throw refused('link_invalid');
  }
  const { link, session } = record;
  if (link?.link_id !== claim.link_id) throw refused('link_replaced');
  const interview = asLinkable(record.interview);
  if (!session || !interview) throw refused('link_invalid');
  const { status } = interview;
  if (status === 'cancelled') {
    throw new AppError('interview_cancelled', 'The interview was cancelled');
  }
  return { ...record, interview: { ...interview, status }, link, session };
};

/** How much wider than the interview's own a window is, in ms. */
interface Leeway {
  before: number;
  after: number;
}

/**
 * Checks a genuine token against the stored interview, at `now` (ms since the epoch).
 * @throws AppError from `recognise`, link_not_open, link_expired
 */
export const admit = (
  link: VerifiedLink,
  read: InterviewRecord | null,
  now: number,
  { before, after }: Leeway = { before: 0, after: 0 },
): Admitted => {
  const record = recognise(link, read);
  const { starts_at, ends_at, job_title, status } = record.interview;
  const window = windowOf({ starts_at, ends_at });
  const times = {
    starts_at,
    ends_at,
    opens_at: isoUtc(window.opens_at),
    expires_at: isoUtc(window.expires_at),
    server_time: isoUtc(now),
  };
  const wider = { opens_at: window.opens_at - before, expires_at: window.expires_at + after };
  const state = windowState(wider, now);
  if (state === 'early') {
    throw new AppError('link_not_open', `The interview opens at ${times.opens_at}`, {
      details: { ...times, job_title },
    });
  }
  if (state === 'expired') {
    throw new AppError('link_expired', `The link expired at ${times.expires_at}`, {
      details: { status, expires_at: times.expires_at, server_time: times.server_time },
    });
  }
  return record;
};

/** Refuses ids in the body that are not the token's interview's. @throws AppError link_invalid */
export const sameInterview = (
  record: Admitted,
  sent: { interview_id?: string; session_id?: string },
): void => {
  const { interview, session } = record;
  if (sent.interview_id !== undefined && sent.interview_id !== interview.interview_id) {
    throw refused('link_invalid');
  }
  if (sent.session_id !== undefined && sent.session_id !== session.session_id) {
    throw refused('link_invalid');
  }
};

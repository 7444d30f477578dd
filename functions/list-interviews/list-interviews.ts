import * as z from 'zod';
import type {
  InterviewSummary,
  listInterviewsEndpoint,
} from '../../shared/contract/endpoints/list-interviews.ts';
import { keyOfCursor, openCursor, sealCursor } from '../../shared/domain/cursor.ts';
import { normalisedEmail } from '../../shared/domain/email-address.ts';
import { invalidInput } from '../../shared/domain/errors.ts';
import type { KeysFor, LinkKeys } from '../../shared/domain/link-token.ts';
import { type ListedInterview, shownStatus } from '../../shared/domain/listed-interview.ts';
import { isoUtc } from '../../shared/domain/plain-text.ts';
import { linkExpiry } from '../../shared/domain/window.ts';
import { linkStatus } from '../../shared/links/link-status.ts';
import type { Bound } from '../../shared/table/client.ts';
import {
  type listInterviews as list,
  partitionOfEmail,
  partitionsOf,
} from '../../shared/table/interview-list.ts';
import { listShards, lists, placesBetween } from '../../shared/table/keys.ts';

interface Deps {
  list: Bound<typeof list>;
  linkKeys: KeysFor;
  now(): number;
}

type Asked = z.output<typeof listInterviewsEndpoint.query>;

/** How many rows of a partition are read where not all of them can be shown. */
const searched = 200;

const Place = z.object({ place: z.string().min(1) });

/** One page of interviews, latest start first. @throws AppError invalid_cursor, invalid_input */
export const listInterviews = async (deps: Deps, asked: Asked) => {
  const { from, to, limit, cursor } = asked;
  const now = deps.now();
  if (from && to && placesBetween({ from, to }).low > placesBetween({ from, to }).high) {
    throw invalidInput([{ path: 'to', message: 'must not be before from' }]);
  }
  // Without a cursor nothing waits for them.
  const finding = deps.linkKeys(keyOfCursor(cursor));
  const query = queryOf(asked);
  const after = cursor ? Place.parse(openCursor(await finding, query, cursor)).place : undefined;
  const { low, high } = placesBetween({ from, to, after });
  const listing = deps.list({
    partitions: partitionsFor(asked),
    low,
    high: asked.status === 'expired' ? startedBy(high, now) : high,
    kit_id: asked.kit_id,
    rows: rowsFor(asked),
    limit,
    isShown: (interview) => !asked.status || shownStatus(interview, now) === asked.status,
  });
  const [keys, { interviews, next }] = await Promise.all([finding, listing]);
  // One that another function signed meanwhile may have a key that is not known yet.
  const unknown = interviews.find(({ link_key_id: id }) => id !== undefined && !keys.byId.has(id));
  const known = unknown ? await deps.linkKeys(unknown.link_key_id) : keys;
  return {
    items: interviews.map((interview) => summaryOf(known, interview, now)),
    next_cursor: next && sealCursor(keys, query, { place: next }),
  };
};

/** What a cursor is bound to: everything that was asked for but limit and cursor. */
const queryOf = ({ status, from, to, kit_id, email }: Asked) =>
  `list-interviews ${JSON.stringify([status, from, to, kit_id, email && normalisedEmail(email)])}`;

/** The lists of a status: the sweep puts what has expired into the list of such only now and then. */
const partitionsFor = ({ status, email }: Asked) => {
  if (email) return [partitionOfEmail(email)];
  if (status === 'expired') return partitionsOf(['expired', 'scheduled']);
  return partitionsOf(status ? [status] : lists);
};

/** Whether rows are read that may not be shown. */
const isSearch = ({ status, kit_id, email }: Asked) =>
  kit_id !== undefined ||
  (status !== undefined && (email !== undefined || status === 'scheduled' || status === 'expired'));

/**
 * How many rows of a partition to read. Of a list, half of a page is in each of two partitions, by
 * chance: with so many more, hardly a page in a million is short. The next one goes on after it.
 */
const rowsFor = (asked: Asked) => {
  const { limit, email } = asked;
  if (isSearch(asked)) return searched;
  return email ? limit : Math.ceil(limit / listShards.length) + 2 * Math.ceil(Math.sqrt(limit));
};

/** What starts later cannot have expired. */
const startedBy = (high: string, now: number) => {
  const { high: started } = placesBetween({ to: isoUtc(now) });
  return started < high ? started : high;
};

const summaryOf = (keys: LinkKeys, interview: ListedInterview, now: number): InterviewSummary => {
  const expiry = linkExpiry(interview);
  return {
    interview_id: interview.interview_id,
    candidate_name: interview.candidate_name,
    candidate_email: interview.candidate_email,
    job_title: interview.job_title,
    ai_interview_type: interview.ai_interview_type,
    status: shownStatus(interview, now),
    starts_at: interview.starts_at,
    ends_at: interview.ends_at,
    expires_at: expiry === null ? null : isoUtc(expiry),
    link_status: linkStatus(keys, interview, interview.link_key_id, now),
    answered_questions: interview.answered_questions ?? 0,
    total_questions: interview.total_questions ?? 0,
    score: interview.score ?? null,
    recommendation: interview.recommendation ?? null,
    needs_human: interview.needs_human ?? null,
    decision: interview.decision ?? null,
    open_requests: interview.open_requests ?? 0,
    kit_id: interview.kit_id,
    created_at: interview.created_at,
  };
};

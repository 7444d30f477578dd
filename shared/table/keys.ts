import { createHash } from 'node:crypto';
import { normalisedEmail } from '../domain/email-address.ts';
import type { InterviewStatus } from '../domain/interview.ts';

/** The only file that spells keys. Of an interview, items that are long or numerous sort before `E`. */

// 2 is `02`, and 2.5, its follow-up, is `02.5`: it sorts right after its question.
const two = (n: number) => (n < 10 ? `0${n}` : String(n));

/** The partition of one interview: all of its items, and nothing else. */
export const interviewPk = (interview_id: string) => `INTERVIEW#${interview_id}`;
/** The interview that a partition belongs to; null for any other partition. */
export const interviewIdOf = (pk: string): string | null =>
  pk.startsWith(interviewPk('')) ? pk.slice(interviewPk('').length) : null;
const four = (n: number) => String(n).padStart(4, '0');

/** The partition of one kit: its settings, its versions, and how many interviews use each. */
export const kitPk = (kit_id: string) => `KIT#${kit_id}`;
/** The partition of one job: the pointer to its kit. */
export const jobPk = (job_hash: string) => `JOB#${job_hash}`;
/** The partition of one day's spending (UTC, `YYYY-MM-DD`). */
export const budgetPk = (day: string) => `BUDGET#${day}`;
/** The partition that notes how far a change of what older versions stored has come. */
export const migrationPk = (name: string) => `MIGRATION#${name}`;
/** The partition of the counts of one kit's interviews, or of all. */
export const reportPk = (kit_id: string | 'all') => `REPORT#${kit_id}`;
/** The partition of the names of all people with an account. */
export const usersPk = 'USERS';
/** The partition of what a caller sent under one Idempotency-Key, by the hash of both. */
export const idempotencyPk = (hash: string) => `IDEMPOTENCY#${hash}`;

/** The kinds of items that an interview or a kit consists of; each is the start of its sort key. */
export const kinds = {
  accommodation: 'ACCOMMODATION',
  audio: 'AUDIO',
  audit: 'AUDIT',
  brief: 'BRIEF',
  claim: 'CLAIM',
  counted: 'COUNTED',
  decision: 'DECISION',
  draft: 'DRAFT',
  erased: 'ERASED',
  evaluation: 'EVALUATION',
  interview: 'INTERVIEW',
  kit: 'KIT',
  link: 'LINK',
  question: 'QUESTION',
  response: 'RESPONSE',
  row: 'ROW',
  session: 'SESSION',
  unused: 'UNUSED',
  user: 'USER',
  uses: 'USES',
  version: 'VERSION',
} as const;

/** The sort keys within an interview, a kit, a job or a day. */
export const sk = {
  accommodation: (id: string) => `${kinds.accommodation}#${id}`,
  /** A session whose questions are spoken, noted before the first sound is stored. */
  audio: (session_id: string) => `${kinds.audio}#${session_id}`,
  audit: (time: string, id: string) => `${kinds.audit}#${time}#${id}`,
  brief: kinds.brief,
  /** A lease: who does a paid piece of work on this partition now. */
  claim: (work: string) => `${kinds.claim}#${work}`,
  /** What the interview has added to the reports. */
  counted: kinds.counted,
  decision: (n: number) => `${kinds.decision}#${two(n)}`,
  draft: (order: number) => `${kinds.draft}#${two(order)}`,
  /** The tombstone of an interview that was erased. */
  erased: kinds.erased,
  evaluation: (version: number) => `${kinds.evaluation}#${two(version)}`,
  interview: kinds.interview,
  kit: kinds.kit,
  link: kinds.link,
  question: (order: number) => `${kinds.question}#${two(order)}`,
  response: (order: number) => `${kinds.response}#${two(order)}`,
  /** The record of a request's row, from 0. */
  row: (n: number) => `${kinds.row}#${two(n)}`,
  session: kinds.session,
  /** What the interview has paid for without use. */
  unused: kinds.unused,
  user: (user_id: string) => `${kinds.user}#${user_id}`,
  uses: (version: number, shard: number) => `${kinds.uses}#${four(version)}#${two(shard)}`,
  version: (version: number) => `${kinds.version}#${four(version)}`,
  shard: (n: number) => `SHARD#${two(n)}`,
  /** One day's counts, on several items. */
  day: (day: string, shard: number) => `${day}#${two(shard)}`,
  /** The one item of a partition that has no collection. */
  only: 'ONLY',
} as const;

/** The sort keys between which all items of a numerous kind are. */
export const spanOf = (kind: 'accommodation' | 'audit') =>
  [`${kinds[kind]}#`, `${kinds[kind]}#~`] as const;

/** Where a Query starts, by what it has to read. */
export const readFrom = { audit: 'A', brief: 'B', draft: 'DR', interview: 'E' } as const;

/** The index key of a kit, for the lists of those in use and of those archived, by time. */
export const kitIndex = (kit: { kit_id: string; archived: boolean; created_at: string }) => ({
  gsi1pk: kitsPk(kit.archived),
  gsi1sk: `${kit.created_at}#${kit.kit_id}`,
});
/** The index partition of all kits that are in use, or of all that are archived. */
export const kitsPk = (archived: boolean) => `KITS#${archived ? 'archived' : 'live'}`;

/** The version that a sort key of `uses` is about. */
export const versionOfUses = (sortKey: string) => Number(sortKey.split('#', 2)[1]);

/** The day that a sort key of `day` is about. */
export const dayOfCounts = (sortKey: string) => sortKey.split('#', 1)[0] ?? '';

/** The kind of item that a sort key names. */
export const kindOf = (sortKey: string) => sortKey.split('#', 1)[0] ?? '';

/** The lists that interviews are in: by status, and those that were not started in their window. */
export const lists = ['scheduled', 'expired', 'in_progress', 'completed', 'cancelled'] as const;
export type ListName = (typeof lists)[number];

/** Each list is spread over this many partitions, each of which takes 1,000 writes a second. */
export const listShards = [0, 1] as const;

/** An index partition of a list of interviews. */
export const listPk = (list: ListName, shard: number) => `INTERVIEWS#${list}#${shard}`;
/** The index partition of erasures that are not finished. */
export const erasingPk = 'ERASING';
/** The index partition of all interviews with one candidate's address, which is not spelled out. */
export const emailPk = (email: string) =>
  `EMAIL#${createHash('sha256').update(normalisedEmail(email)).digest('base64url')}`;

const shardOf = (interview_id: string) => Number.parseInt(interview_id.slice(0, 1), 16) % 2;

/** The list of an interview: by its status, or `expired` once the sweep has found it so. */
const listOf = (interview: {
  status: InterviewStatus;
  expired_at?: string | undefined;
}): ListName =>
  interview.status === 'scheduled' && interview.expired_at ? 'expired' : interview.status;

/** The index key of the list that an interview is in. */
export const listKey = (interview_id: string, list: ListName) => ({
  gsi1pk: listPk(list, shardOf(interview_id)),
});

/** The place of an interview in its lists: by start, those without one before all others. */
export const placeKey = (interview: {
  interview_id: string;
  starts_at: string | null;
  created_at: string;
}) => {
  const { interview_id, starts_at, created_at } = interview;
  return starts_at
    ? `${new Date(starts_at).toISOString()}#${interview_id}`
    : `-${created_at}#${interview_id}`;
};

/** A day, `YYYY-MM-DD`, is a part of every place in it. */
const isDay = (at: string) => at.length === 10;
const momentOf = (at: string) => new Date(at).toISOString();
/** After every id, and after every time of a day. */
const last = '~';

/** The last place that can be before this one: every id has the same length. */
const before = (place: string) =>
  place.slice(0, -1) + String.fromCharCode(place.charCodeAt(place.length - 1) - 1) + last;

/**
 * The first and the last place of interviews that start from one day or moment to another, both
 * included; with neither, also of those without a start.
 * @param after the place that the last page ended with; later starts come first
 */
export const placesBetween = ({
  from,
  to,
  after,
}: {
  from?: string | undefined;
  to?: string | undefined;
  after?: string | undefined;
}): { low: string; high: string } => {
  const start = from && (isDay(from) ? from : momentOf(from));
  const end = to ? (isDay(to) ? `${to}T${last}` : `${momentOf(to)}#${last}`) : last;
  const high = after ? before(after) : last;
  return { low: start ?? (to ? '0' : '-'), high: high < end ? high : end };
};

/** The index keys of an interview, for the lists of all and those of one candidate's address. */
export const interviewIndex = (interview: {
  interview_id: string;
  candidate_email: string;
  starts_at: string | null;
  created_at: string;
  status: InterviewStatus;
  expired_at?: string | undefined;
}) => ({
  ...listKey(interview.interview_id, listOf(interview)),
  gsi1sk: placeKey(interview),
  gsi2pk: emailPk(interview.candidate_email),
  gsi2sk: placeKey(interview),
});

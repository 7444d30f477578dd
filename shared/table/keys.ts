/** The only file that spells keys. Items that are long or numerous sort before `E`. */

// 2 is `02`, and 2.5, its follow-up, is `02.5`: it sorts right after its question.
const two = (n: number) => (n < 10 ? `0${n}` : String(n));

/** The partition of one interview: all of its items, and nothing else. */
export const interviewPk = (interview_id: string) => `INTERVIEW#${interview_id}`;
/** The partition of one job: its competencies. */
export const jobPk = (job_hash: string) => `JOB#${job_hash}`;
/** The partition of one day's spending (UTC, `YYYY-MM-DD`). */
export const budgetPk = (day: string) => `BUDGET#${day}`;
/** The index partition that lists a day's interviews (UTC, `YYYY-MM-DD`). */
const dayPk = (day: string) => `DAY#${day}`;

/** The kinds of items that an interview consists of; each is the start of its sort key. */
export const kinds = {
  accommodation: 'ACCOMMODATION',
  audit: 'AUDIT',
  brief: 'BRIEF',
  draft: 'DRAFT',
  evaluation: 'EVALUATION',
  interview: 'INTERVIEW',
  link: 'LINK',
  question: 'QUESTION',
  response: 'RESPONSE',
  session: 'SESSION',
} as const;

/** The sort keys within an interview. */
export const sk = {
  accommodation: (id: string) => `${kinds.accommodation}#${id}`,
  audit: (time: string, id: string) => `${kinds.audit}#${time}#${id}`,
  brief: kinds.brief,
  draft: (order: number) => `${kinds.draft}#${two(order)}`,
  evaluation: (version: number) => `${kinds.evaluation}#${two(version)}`,
  interview: kinds.interview,
  link: kinds.link,
  question: (order: number) => `${kinds.question}#${two(order)}`,
  response: (order: number) => `${kinds.response}#${two(order)}`,
  session: kinds.session,
  shard: (n: number) => `SHARD#${two(n)}`,
  /** The one item of a partition that has no collection. */
  only: 'ONLY',
} as const;

/** Where a Query starts, by what it has to read. */
export const readFrom = { audit: 'A', brief: 'B', draft: 'D', interview: 'E' } as const;

/** The kind of item that a sort key names. */
export const kindOf = (sortKey: string) => sortKey.split('#', 1)[0] ?? '';

/** The index key of an interview, for the list by start day. */
export const dayIndex = (interview: { interview_id: string; starts_at: string | null }) =>
  interview.starts_at
    ? {
        gsi1pk: dayPk(interview.starts_at.slice(0, 10)),
        gsi1sk: `${interview.starts_at}#${interview.interview_id}`,
      }
    : {};

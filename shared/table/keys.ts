/** The only file that spells keys. Of an interview, items that are long or numerous sort before `E`. */

// 2 is `02`, and 2.5, its follow-up, is `02.5`: it sorts right after its question.
const two = (n: number) => (n < 10 ? `0${n}` : String(n));

/** The partition of one interview: all of its items, and nothing else. */
export const interviewPk = (interview_id: string) => `INTERVIEW#${interview_id}`;
const four = (n: number) => String(n).padStart(4, '0');

/** The partition of one kit: its settings, its versions, and how many interviews use each. */
export const kitPk = (kit_id: string) => `KIT#${kit_id}`;
/** The partition of one job: the pointer to its kit. */
export const jobPk = (job_hash: string) => `JOB#${job_hash}`;
/** The partition of one day's spending (UTC, `YYYY-MM-DD`). */
export const budgetPk = (day: string) => `BUDGET#${day}`;
/** The index partition that lists a day's interviews (UTC, `YYYY-MM-DD`). */
const dayPk = (day: string) => `DAY#${day}`;

/** The kinds of items that an interview or a kit consists of; each is the start of its sort key. */
export const kinds = {
  accommodation: 'ACCOMMODATION',
  audit: 'AUDIT',
  brief: 'BRIEF',
  claim: 'CLAIM',
  draft: 'DRAFT',
  evaluation: 'EVALUATION',
  interview: 'INTERVIEW',
  kit: 'KIT',
  link: 'LINK',
  question: 'QUESTION',
  response: 'RESPONSE',
  session: 'SESSION',
  unused: 'UNUSED',
  uses: 'USES',
  version: 'VERSION',
} as const;

/** The sort keys within an interview, a kit, a job or a day. */
export const sk = {
  accommodation: (id: string) => `${kinds.accommodation}#${id}`,
  audit: (time: string, id: string) => `${kinds.audit}#${time}#${id}`,
  brief: kinds.brief,
  /** A lease: who does a paid piece of work on this partition now. */
  claim: (work: string) => `${kinds.claim}#${work}`,
  draft: (order: number) => `${kinds.draft}#${two(order)}`,
  evaluation: (version: number) => `${kinds.evaluation}#${two(version)}`,
  interview: kinds.interview,
  kit: kinds.kit,
  link: kinds.link,
  question: (order: number) => `${kinds.question}#${two(order)}`,
  response: (order: number) => `${kinds.response}#${two(order)}`,
  session: kinds.session,
  /** What the interview has paid for without use. */
  unused: kinds.unused,
  uses: (version: number, shard: number) => `${kinds.uses}#${four(version)}#${two(shard)}`,
  version: (version: number) => `${kinds.version}#${four(version)}`,
  shard: (n: number) => `SHARD#${two(n)}`,
  /** The one item of a partition that has no collection. */
  only: 'ONLY',
} as const;

/** Where a Query starts, by what it has to read. */
export const readFrom = { audit: 'A', brief: 'B', draft: 'D', interview: 'E' } as const;

/** The index key of a kit, for the lists of those in use and of those archived, by time. */
export const kitIndex = (kit: { kit_id: string; archived: boolean; created_at: string }) => ({
  gsi1pk: kitsPk(kit.archived),
  gsi1sk: `${kit.created_at}#${kit.kit_id}`,
});
/** The index partition of all kits that are in use, or of all that are archived. */
export const kitsPk = (archived: boolean) => `KITS#${archived ? 'archived' : 'live'}`;

/** The version that a sort key of `uses` is about. */
export const versionOfUses = (sortKey: string) => Number(sortKey.split('#', 2)[1]);

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

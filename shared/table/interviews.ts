import { Brief, Interview } from '../domain/interview.ts';
import { Review } from '../domain/review.ts';
import { Question } from '../domain/rubric.ts';
import {
  Accommodation,
  Draft,
  Evaluation,
  Link,
  Response,
  Session,
  Unused,
} from '../domain/session.ts';
import { Id } from '../domain/text.ts';
import { type Actor, AuditRow, auditRow } from './audit.ts';
import { type ConditionFailed, type Item, queryFrom, type Table, transact } from './client.ts';
import { keyOf, putNew } from './conditions.ts';
import { type Keyed, recordRef, remember } from './idempotency.ts';
import { interviewIndex, interviewPk, kindOf, kinds, readFrom, sk } from './keys.ts';

/** An interview as one Query returns it, each part validated. Parts not requested are empty. */
export interface InterviewRecord {
  interview: Interview;
  link: Link | null;
  session: Session | null;
  /** In the candidate's order. */
  questions: Question[];
  responses: Response[];
  /** Oldest first. */
  evaluations: Evaluation[];
  brief: Brief | null;
  drafts: Draft[];
  accommodations: Accommodation[];
  /** Oldest first. */
  reviews: Review[];
  audit: AuditRow[];
  unused: Unused | null;
}

const partsOf = (items: Item[]) => {
  const byKind = Map.groupBy(items, (item) => kindOf(String(item.sk)));
  const all = <T>(kind: keyof typeof kinds, schema: { parse(item: unknown): T }) =>
    (byKind.get(kinds[kind]) ?? []).map((item) => schema.parse(item));
  return {
    interview: all('interview', Interview)[0] ?? null,
    link: all('link', Link)[0] ?? null,
    session: all('session', Session)[0] ?? null,
    questions: all('question', Question),
    responses: all('response', Response),
    evaluations: all('evaluation', Evaluation),
    brief: all('brief', Brief)[0] ?? null,
    drafts: all('draft', Draft),
    accommodations: all('accommodation', Accommodation),
    reviews: all('decision', Review),
    audit: all('audit', AuditRow),
    unused: all('unused', Unused)[0] ?? null,
  };
};

/** The items of an interview as its record. @returns null without the interview itself */
export const assemble = (items: Item[]): InterviewRecord | null => {
  const { interview, ...parts } = partsOf(items);
  return interview && { interview, ...parts };
};

const inOrder = <Part extends { order: number }>(read: Part[], found: Part[]): Part[] =>
  [...read.filter((one) => !found.some(({ order }) => order === one.order)), ...found].toSorted(
    (a, b) => a.order - b.order,
  );

/**
 * A record as found by a write that lost: the items whose conditions did not hold replace what was
 * read of them, so that no second read is needed to find out why.
 * @returns null if the interview is gone
 */
export const asFound = (
  read: InterviewRecord,
  { lost }: ConditionFailed,
): InterviewRecord | null => {
  const found = partsOf([...lost.values()].filter((item) => item !== null));
  const interview = lost.has(sk.interview) ? found.interview : read.interview;
  return (
    interview && {
      ...read,
      interview,
      link: lost.has(sk.link) ? found.link : read.link,
      session: lost.has(sk.session) ? found.session : read.session,
      responses: inOrder(read.responses, found.responses),
      drafts: inOrder(read.drafts, found.drafts),
      accommodations: found.accommodations,
    }
  );
};

/**
 * Reads an interview with one Query, from the given part on: `interview` is what a candidate's
 * request needs, `draft` adds drafts, `brief` job description and résumé, `audit` everything.
 * @returns null if there is none, also for an id that is not a UUID
 */
export const readInterview = async (
  table: Table,
  interview_id: string,
  from: keyof typeof readFrom = 'interview',
): Promise<InterviewRecord | null> => {
  const id = Id.safeParse(interview_id);
  if (!id.success) return null;
  return assemble(await queryFrom(table, interviewPk(id.data), readFrom[from]));
};

/**
 * Stores a new interview with its brief, and with the record of its request if that has a key.
 * @throws ConditionFailed if the id is taken, or the request was made before
 */
export const createInterview = (
  table: Table,
  {
    interview,
    brief,
    by,
    request = null,
  }: { interview: Interview; brief: Brief; by: Actor; request?: Keyed | null },
): Promise<void> => {
  const id = interview.interview_id;
  const now = Date.parse(interview.created_at);
  return transact(table, [
    putNew(table, id, sk.interview, {
      ...interview,
      ...interviewIndex(interview),
      updated_at: interview.created_at,
      accommodations_requested: 0,
      // So that erasure finds the record.
      ...(request && { idempotency_record: recordRef(request, now) }),
    }),
    ...(request ? [remember(table, request, { interview_id: id }, now)] : []),
    { Put: { TableName: table.name, Item: { ...keyOf(id, sk.brief), ...brief } } },
    auditRow(table, id, {
      event: 'interview_created',
      at: interview.created_at,
      actor: by,
      facts: {
        status: interview.status,
        starts_at: interview.starts_at,
        ends_at: interview.ends_at,
      },
    }),
  ]);
};

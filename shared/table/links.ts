import type { Interview } from '../domain/interview.ts';
import type { Question } from '../domain/rubric.ts';
import type { Link, Session } from '../domain/session.ts';
import type { StatusBefore } from '../domain/transitions.ts';
import { type Actor, happens } from './audit.ts';
import { type Table, transact, type WriteAction } from './client.ts';
import { asRead, ifExists, keyOf, putNew } from './conditions.ts';
import { sk } from './keys.ts';
import { countUse } from './kit-writes.ts';
import { costs, spend } from './spending.ts';

/** The link that a new one replaces; null if there must be none yet. */
type Replaced = Link | null;

const putLink = (table: Table, interview_id: string, link: Link, replaced: Replaced) => ({
  Put: {
    TableName: table.name,
    Item: { ...keyOf(interview_id, sk.link), ...link },
    ...(replaced
      ? {
          ConditionExpression: 'link_id = :replaced',
          ExpressionAttributeValues: { ':replaced': replaced.link_id },
        }
      : { ConditionExpression: 'attribute_not_exists(pk)' }),
  },
});

const factsOf = ({ link, by }: { link: Link; by: Actor }, questions: number) => ({
  at: link.created_at,
  actor: by,
  facts: { generation: link.generation, key_id: link.key_id, questions },
});

/**
 * Notes a session whose questions are about to be spoken, so that its sound is found when the interview
 * is erased, also if its link is never stored. @throws ConditionFailed if the interview is erased
 */
export const noteSound = (
  table: Table,
  interview_id: string,
  { session_id, at }: { session_id: string; at: string },
): Promise<void> =>
  transact(table, [
    ifExists(table, interview_id),
    putNew(table, interview_id, sk.audio(session_id), { session_id, noted_at: at }),
  ]);

/**
 * Stores a link together with a new session and its questions, before the candidate has started.
 * @throws ConditionFailed if the interview has started or was updated, or another link came first
 */
export const putLinkWithQuestions = (
  table: Table,
  interview: Pick<Interview, 'interview_id' | 'linked_at' | 'updated_at'>,
  made: {
    link: Link;
    replaced: Replaced;
    session: Session;
    questions: Question[];
    /** How many questions the replaced session had; surplus ones are deleted. */
    replaced_questions: number;
    /** The version that the replaced session was copied from. */
    replaced_kit: Session['kit'];
    /** The cost of lead-ins and sound, in US dollars. */
    usd: number;
    by: Actor;
  },
): Promise<void> => {
  const { interview_id, linked_at, updated_at } = interview;
  // The link is for the address and the job that were read.
  const { equal, absent } = asRead({ updated_at });
  const { created_at: at, key_id: link_key_id } = made.link;
  const kit_id = made.session.kit?.kit_id ?? null;
  const put = (sortKey: string, item: object): WriteAction => ({
    Put: { TableName: table.name, Item: { ...keyOf(interview_id, sortKey), ...item } },
  });
  const leftOver = Array.from(
    { length: Math.max(0, made.replaced_questions - made.questions.length) },
    (_, n): WriteAction => ({
      Delete: {
        TableName: table.name,
        Key: keyOf(interview_id, sk.question(made.questions.length + n + 1)),
      },
    }),
  );
  return transact(table, [
    putLink(table, interview_id, made.link, made.replaced),
    put(sk.session, made.session),
    ...made.questions.map((question) => put(sk.question(question.order), question)),
    ...leftOver,
    ...countUses(table, made.session.kit, made.replaced_kit),
    ...spend(table, made.usd, made.link.created_at),
    ...happens(
      table,
      interview_id,
      'scheduled',
      {
        event: made.replaced ? 'link_regenerated' : 'link_generated',
        ...factsOf(made, made.questions.length),
      },
      {
        set: {
          kit_id,
          link_key_id,
          total_questions: made.questions.length,
          linked_at: linked_at ?? at,
          updated_at: at,
        },
        equal,
        absent: [...absent, ...(linked_at ? [] : ['linked_at'])],
        counts: [{ kit_id, at, counts: { ...(!linked_at && { linked: 1 }), ...costs(made.usd) } }],
      },
    ),
  ]);
};

const countUses = (table: Table, used: Session['kit'], before: Session['kit']): WriteAction[] => {
  // An item may be in a transaction only once.
  if (used?.kit_id === before?.kit_id && used?.version === before?.version) return [];
  return [
    ...(used ? [countUse(table, used, 1)] : []),
    ...(before ? [countUse(table, before, -1)] : []),
  ];
};

/**
 * Replaces only the link: session, questions and answers stay.
 * @throws ConditionFailed if the interview has another status or another link came first
 */
export const replaceLink = (
  table: Table,
  interview_id: string,
  made: {
    link: Link;
    replaced: Link;
    status: StatusBefore<'link_regenerated'>;
    by: Actor;
  },
): Promise<void> =>
  transact(table, [
    putLink(table, interview_id, made.link, made.replaced),
    ...happens(
      table,
      interview_id,
      made.status,
      { event: 'link_regenerated', ...factsOf(made, 0) },
      { set: { link_key_id: made.link.key_id, updated_at: made.link.created_at } },
    ),
  ]);

import { spentOn } from '../domain/cost.ts';
import type { Question } from '../domain/rubric.ts';
import type { Link, Session } from '../domain/session.ts';
import { type Actor, happens } from './audit.ts';
import { type Table, transact, type WriteAction } from './client.ts';
import { keyOf } from './conditions.ts';
import { sk } from './keys.ts';
import { spend } from './spending.ts';

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
 * Stores a link together with a new session and its questions, before the candidate has started.
 * @throws ConditionFailed if the interview has started or another link came first
 */
export const putLinkWithQuestions = (
  table: Table,
  interview_id: string,
  made: {
    link: Link;
    replaced: Replaced;
    session: Session;
    questions: Question[];
    /** How many questions the replaced session had; surplus ones are deleted. */
    replaced_questions: number;
    /** The cost of the questions' sound, in US dollars. */
    voice_usd: number;
    by: Actor;
  },
): Promise<void> => {
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
    ...spend(table, spentOn(made.session.provenance) + made.voice_usd, made.link.created_at),
    ...happens(table, interview_id, 'scheduled', {
      event: made.replaced ? 'link_regenerated' : 'link_generated',
      ...factsOf(made, made.questions.length),
    }),
  ]);
};

/**
 * Replaces only the link, after the candidate has started: session, questions and answers stay.
 * @throws ConditionFailed if the interview is not in progress or another link came first
 */
export const replaceLink = (
  table: Table,
  interview_id: string,
  made: { link: Link; replaced: Link; by: Actor },
): Promise<void> =>
  transact(table, [
    putLink(table, interview_id, made.link, made.replaced),
    ...happens(table, interview_id, 'in_progress', {
      event: 'link_regenerated',
      ...factsOf(made, 0),
    }),
  ]);

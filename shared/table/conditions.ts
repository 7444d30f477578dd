import type { InterviewStatus } from '../domain/interview.ts';
import type { Item, Table, WriteAction } from './client.ts';
import { interviewPk, sk } from './keys.ts';

/** The key of one item of an interview. */
export const keyOf = (interview_id: string, sortKey: string) => ({
  pk: interviewPk(interview_id),
  sk: sortKey,
});

/** Writes an item that must not exist yet. */
export const putNew = (table: Table, interview_id: string, sortKey: string, item: Item) => ({
  Put: {
    TableName: table.name,
    Item: { ...keyOf(interview_id, sortKey), ...item },
    ConditionExpression: 'attribute_not_exists(pk)',
  },
});

/** Holds only while this is the live link: a token replaced in flight loses here. */
export const ifLinkIs = (table: Table, interview_id: string, link_id: string): WriteAction => ({
  ConditionCheck: {
    TableName: table.name,
    Key: keyOf(interview_id, sk.link),
    ConditionExpression: 'link_id = :link_id',
    ExpressionAttributeValues: { ':link_id': link_id },
  },
});

/** Holds only while the interview has this status. */
export const ifStatusIs = (
  table: Table,
  interview_id: string,
  status: InterviewStatus,
): WriteAction => ({
  ConditionCheck: {
    TableName: table.name,
    Key: keyOf(interview_id, sk.interview),
    ConditionExpression: '#status = :status',
    ExpressionAttributeNames: { '#status': 'status' },
    ExpressionAttributeValues: { ':status': status },
  },
});

/** Holds only while there is such an interview, in whatever status. */
export const ifExists = (table: Table, interview_id: string): WriteAction => ({
  ConditionCheck: {
    TableName: table.name,
    Key: keyOf(interview_id, sk.interview),
    ConditionExpression: 'attribute_exists(pk)',
  },
});

/** Requires attributes of the interview to be as they were read, those without a value to be absent. */
export const asRead = (read: Item): { equal: Item; absent: string[] } => {
  const isThere = ([, value]: readonly [string, unknown]) => value !== undefined;
  const all = Object.entries(read);
  return {
    equal: Object.fromEntries(all.filter(isThere)),
    absent: all.filter((one) => !isThere(one)).map(([name]) => name),
  };
};

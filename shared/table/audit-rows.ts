import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import * as z from 'zod';
import { AuditRow } from './audit.ts';
import { getItem, type Table } from './client.ts';
import { interviewPk, sk, spanOf } from './keys.ts';

/** Where a page of an audit ended: the key of its last row. */
export const AuditPlace = z.object({ sk: z.string() });
export type AuditPlace = z.infer<typeof AuditPlace>;

interface Page {
  after?: AuditPlace | null;
  /** How many rows at most; DynamoDB ends a page at 1 MB in any case. */
  limit?: number;
  newestFirst?: boolean;
}

const readPage = async (
  table: Table,
  interview_id: string,
  { after, limit, newestFirst }: Page,
): Promise<{ rows: AuditRow[]; next: AuditPlace | null }> => {
  const pk = interviewPk(interview_id);
  const [from, to] = spanOf('audit');
  const { Items = [], LastEvaluatedKey } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
      ExpressionAttributeValues: { ':pk': pk, ':from': from, ':to': to },
      ConsistentRead: true,
      ...(limit && { Limit: limit }),
      ...(newestFirst && { ScanIndexForward: false }),
      ...(after && { ExclusiveStartKey: { pk, ...after } }),
    }),
  );
  const next = LastEvaluatedKey ? AuditPlace.parse(LastEvaluatedKey) : null;
  return { rows: Items.map((item) => AuditRow.parse(item)), next };
};

/** One page of what happened to an interview, oldest first. @returns null if there is none */
export const readAuditPage = async (
  table: Table,
  interview_id: string,
  page: { limit: number; after: AuditPlace | null },
): Promise<{ rows: AuditRow[]; next: AuditPlace | null } | null> => {
  const [found, read] = await Promise.all([
    getItem(table, interviewPk(interview_id), sk.interview),
    readPage(table, interview_id, page),
  ]);
  return found ? read : null;
};

/** The newest rows, in the order in which they happened. */
export const readNewestAudit = async (
  table: Table,
  interview_id: string,
  limit: number,
): Promise<AuditRow[]> =>
  (await readPage(table, interview_id, { limit, newestFirst: true })).rows.toReversed();

/** All rows, oldest first, or null if they fill more pages of 1 MB than this. */
export const readWholeAudit = async (
  table: Table,
  interview_id: string,
  mostPages: number,
): Promise<AuditRow[] | null> => {
  const rows: AuditRow[] = [];
  let after: AuditPlace | null = null;
  for (let page = 1; page <= mostPages; page++) {
    const read = await readPage(table, interview_id, { after });
    rows.push(...read.rows);
    if (!read.next) return rows;
    after = read.next;
  }
  return null;
};

import { QueryCommand } from '@aws-sdk/lib-dynamodb';
import { negative } from '../domain/counts.ts';
import type { Deadline } from '../domain/deadline.ts';
import type { ErasureReason } from '../domain/erasure.ts';
import { type Actor, actorName, auditRow } from './audit.ts';
import { type Item, queryFrom, type Table, transact, type WriteAction } from './client.ts';
import { asRead, keyOf } from './conditions.ts';
import { addToReports, countedIn, kitAndDay } from './counts.ts';
import { forgetBody, RecordRef } from './idempotency.ts';
import { erasingPk, interviewIdOf, interviewPk, readFrom, sk } from './keys.ts';
import { countUse } from './kit-writes.ts';
import { conditionOf, updateOf } from './update.ts';

/** All items of an interview as they are stored, also those that nothing else could read. */
export const readItems = (table: Table, interview_id: string): Promise<Item[]> =>
  queryFrom(table, interviewPk(interview_id), readFrom.audit);

/** The record of the request that made an item forgets what the body was. */
const forgotten = (table: Table, { idempotency_record }: Item, now: number): WriteAction[] => {
  const record = RecordRef.safeParse(idempotency_record);
  return record.success ? forgetBody(table, record.data, now) : [];
};

/**
 * Ends an interview: it is gone from every read and list, and every write about it loses from now on.
 * A tombstone takes its place, which is listed until nothing else is left.
 * @param interview its item, as it is stored
 * @throws ConditionFailed if it has changed since, or has been erased already
 */
export const putTombstone = (
  table: Table,
  interview_id: string,
  { interview, reason, by, at }: { interview: Item; reason: ErasureReason; by: Actor; at: string },
): Promise<void> =>
  transact(table, [
    {
      Delete: {
        TableName: table.name,
        Key: keyOf(interview_id, sk.interview),
        ...conditionOf({ present: ['pk'], ...asRead({ revision: interview.revision }) }),
      },
    },
    {
      Put: {
        TableName: table.name,
        Item: {
          ...keyOf(interview_id, sk.erased),
          interview_id,
          erased_at: at,
          erased_by: actorName(by),
          reason,
          gsi1pk: erasingPk,
          gsi1sk: `${at}#${interview_id}`,
        },
      },
    },
    auditRow(table, interview_id, {
      event: 'interview_erased',
      at,
      actor: by,
      facts: { from: String(interview.status), to: 'erased', reason },
    }),
    ...forgotten(table, interview, Date.parse(at)),
  ]);

/**
 * Takes what an interview has added to the reports away again, a day at a time and each exactly once:
 * together with the note of it.
 * @param counted the item that notes it
 * @throws ConditionFailed if another request does the same
 */
export const takeFromReports = async (
  table: Table,
  interview_id: string,
  counted: Item,
): Promise<void> => {
  for (const ofDay of Map.groupBy(countedIn(counted), ({ at }) => at).values()) {
    const noted = ofDay.flatMap((one) =>
      Object.keys(one.counts).map((name) => `${kitAndDay(one)}#${name}`),
    );
    await transact(table, [
      ...addToReports(
        table,
        ofDay.map((one) => ({ ...one, counts: negative(one.counts) })),
      ),
      {
        Update: updateOf(
          table,
          keyOf(interview_id, sk.counted),
          { remove: noted },
          { present: noted },
        ),
      },
    ]);
  }
};

/**
 * Deletes the session of an erased interview, which uses its kit no longer.
 * @throws ConditionFailed if another request has done so
 */
export const deleteSession = (
  table: Table,
  interview_id: string,
  kit: { kit_id: string; version: number } | undefined,
): Promise<void> =>
  transact(table, [
    {
      Delete: {
        TableName: table.name,
        Key: keyOf(interview_id, sk.session),
        ConditionExpression: 'attribute_exists(pk)',
      },
    },
    ...(kit ? [countUse(table, kit, -1)] : []),
  ]);

/** Ten of the largest that DynamoDB stores are what fits into a transaction. */
const atOnce = 10;

/** Deletes items of an erased interview, while there is time. */
export const deleteItems = async (
  table: Table,
  items: readonly Item[],
  now: () => number,
  until: Deadline,
): Promise<void> => {
  for (let n = 0; n < items.length && now() < until.at; n += atOnce) {
    await transact(
      table,
      items
        .slice(n, n + atOnce)
        .flatMap((item) => [
          { Delete: { TableName: table.name, Key: { pk: item.pk, sk: item.sk } } },
          ...forgotten(table, item, now()),
        ]),
    );
  }
};

/** Takes the tombstone of an interview, of which nothing else is left, off the list of erasures. */
export const closeTombstone = (table: Table, interview_id: string): Promise<void> =>
  transact(table, [
    {
      Update: updateOf(
        table,
        keyOf(interview_id, sk.erased),
        { remove: ['gsi1pk', 'gsi1sk'] },
        { present: ['pk'] },
      ),
    },
  ]);

/**
 * The ids of interviews whose erasure is not finished: the oldest 100 or the newest, by chance, so that
 * none waits for ever behind those that fail.
 */
export const listErasing = async (table: Table): Promise<string[]> => {
  const { Items = [] } = await table.client.send(
    new QueryCommand({
      TableName: table.name,
      IndexName: 'gsi1',
      KeyConditionExpression: 'gsi1pk = :pk',
      ExpressionAttributeValues: { ':pk': erasingPk },
      ScanIndexForward: Math.random() < 0.5,
      Limit: 100,
    }),
  );
  return Items.flatMap(({ pk }) => interviewIdOf(String(pk)) ?? []);
};

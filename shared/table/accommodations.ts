import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Interview } from '../domain/interview.ts';
import { Accommodation } from '../domain/session.ts';
import { Id } from '../domain/text.ts';
import type { StatusBefore } from '../domain/transitions.ts';
import { type Actor, happens, noteMoment } from './audit.ts';
import { getItem, queryBetween, type Table, transact } from './client.ts';
import { asRead, ifLinkIs, keyOf, putNew } from './conditions.ts';
import { interviewPk, sk, spanOf } from './keys.ts';
import { updateOf } from './update.ts';

/** How many requests for an accommodation one interview may have, from the public contract. */
export const mostAccommodations = 5;

/**
 * Stores a request for an accommodation and counts it.
 * @throws ConditionFailed if it is already stored, the interview has as many as it may have or has
 * another status, or the link was replaced
 */
export const putAccommodation = (
  table: Table,
  interview_id: string,
  {
    accommodation,
    link_id,
    status,
  }: {
    accommodation: Accommodation;
    link_id: string;
    status: StatusBefore<'accommodation_requested'>;
  },
): Promise<void> =>
  transact(table, [
    ifLinkIs(table, interview_id, link_id),
    putNew(table, interview_id, sk.accommodation(accommodation.accommodation_id), accommodation),
    noteMoment(table, interview_id, accommodation.requested_at),
    ...happens(
      table,
      interview_id,
      status,
      {
        event: 'accommodation_requested',
        at: accommodation.requested_at,
        actor: 'candidate',
        facts: { kind: accommodation.kind, accommodation_id: accommodation.accommodation_id },
      },
      {
        add: { accommodations_requested: 1, open_requests: 1 },
        below: { accommodations_requested: mostAccommodations },
      },
    ),
  ]);

/** All requests for an accommodation, in no order that means anything. */
export const readAccommodations = async (
  table: Table,
  interview_id: string,
): Promise<Accommodation[]> => {
  const items = await queryBetween(table, interviewPk(interview_id), ...spanOf('accommodation'));
  return items.map((item) => Accommodation.parse(item));
};

/** Counts the requests of an interview from before they were counted; whoever counts first sets it. */
export const countAccommodations = async (table: Table, interview_id: string): Promise<void> => {
  const stored = await readAccommodations(table, interview_id);
  await table.client
    .send(
      new UpdateCommand({
        TableName: table.name,
        Key: keyOf(interview_id, sk.interview),
        UpdateExpression:
          'SET accommodations_requested = if_not_exists(accommodations_requested, :stored)',
        ConditionExpression: 'attribute_exists(pk)',
        ExpressionAttributeValues: { ':stored': stored.length },
      }),
    )
    .catch((error: unknown) => {
      // It has been erased meanwhile: what is counted for finds that out.
      if (!(error instanceof ConditionalCheckFailedException)) throw error;
    });
};

/** One request for an accommodation; null if the interview has no such one. */
export const readAccommodation = async (
  table: Table,
  interview_id: string,
  accommodation_id: string,
): Promise<Accommodation | null> => {
  const [of, id] = [Id.safeParse(interview_id), Id.safeParse(accommodation_id)];
  if (!of.success || !id.success) return null;
  const item = await getItem(table, interviewPk(of.data), sk.accommodation(id.data));
  return item ? Accommodation.parse(item) : null;
};

/**
 * Stores whether a request was handled, and counts those that are open.
 * @param read the request as it was read
 * @throws ConditionFailed if it was handled, or the status has changed, meanwhile
 */
export const handleAccommodation = (
  table: Table,
  { interview_id, status, open_requests }: Interview,
  {
    read: { accommodation_id, handled, handled_at },
    set,
    at,
    by,
  }: {
    read: Accommodation;
    set: Pick<Accommodation, 'handled' | 'handled_by' | 'handled_at' | 'note'>;
    at: string;
    by: Actor;
  },
): Promise<void> => {
  const opened = Number(handled ?? false) - Number(set.handled ?? false);
  const remove = (['handled_by', 'handled_at', 'note'] as const).filter((one) => !set[one]);
  return transact(table, [
    {
      Update: updateOf(
        table,
        keyOf(interview_id, sk.accommodation(accommodation_id)),
        { set, ...(remove.length > 0 && { remove }) },
        { present: ['pk'], ...asRead({ handled, handled_at }) },
      ),
    },
    ...happens(
      table,
      interview_id,
      status,
      {
        event: 'accommodation_handled',
        at,
        actor: by,
        facts: { accommodation_id, handled: set.handled ?? false },
      },
      {
        set: { updated_at: at },
        // Older interviews did not count them.
        ...(open_requests === undefined
          ? { absent: ['open_requests'] }
          : opened !== 0 && { add: { open_requests: opened } }),
      },
    ),
  ]);
};

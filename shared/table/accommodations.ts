import { ConditionalCheckFailedException } from '@aws-sdk/client-dynamodb';
import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { Accommodation } from '../domain/session.ts';
import type { StatusBefore } from '../domain/transitions.ts';
import { happens, noteMoment } from './audit.ts';
import { queryBetween, type Table, transact } from './client.ts';
import { ifLinkIs, keyOf, putNew } from './conditions.ts';
import { interviewPk, sk, spanOf } from './keys.ts';

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

import type { Accommodation } from '../domain/session.ts';
import { auditRow, noteMoment } from './audit.ts';
import { type Table, transact } from './client.ts';
import { ifLinkIs, putNew } from './conditions.ts';
import { sk } from './keys.ts';

/**
 * Stores a request for an accommodation.
 * @throws ConditionFailed if it is already stored, or the link was replaced
 */
export const putAccommodation = (
  table: Table,
  interview_id: string,
  { accommodation, link_id }: { accommodation: Accommodation; link_id: string },
): Promise<void> =>
  transact(table, [
    ifLinkIs(table, interview_id, link_id),
    putNew(table, interview_id, sk.accommodation(accommodation.accommodation_id), accommodation),
    noteMoment(table, interview_id, accommodation.requested_at),
    auditRow(table, interview_id, {
      event: 'accommodation_requested',
      at: accommodation.requested_at,
      actor: 'candidate',
      facts: { kind: accommodation.kind, accommodation_id: accommodation.accommodation_id },
    }),
  ]);

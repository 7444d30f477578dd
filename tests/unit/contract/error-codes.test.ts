import { describe, expect, it } from 'vitest';
import { statuses } from '../../../shared/http/statuses.ts';
import { endpointNames, rows } from '../../support/client.ts';

/** Every code of the public contract, by its status. Some belong to endpoints that are to come. */
const contract = {
  400: 'invalid_input interview_not_scheduled interview_not_ai invalid_cursor invalid_code weak_password',
  401: 'unauthorized invalid_credentials new_password_required invalid_client link_invalid link_replaced',
  403: 'forbidden link_not_open link_expired notice_required',
  404: 'not_found interview_not_found link_not_found kit_not_found user_not_found',
  409: 'already_answered interview_completed interview_cancelled interview_started not_started not_completed draft_outdated conflict version_conflict update_conflict has_link kit_not_approved kit_archived legal_hold',
  413: 'payload_too_large',
  422: 'idempotency_mismatch',
  429: 'throttled too_many_requests',
  500: 'internal_error ai_unavailable',
  503: 'budget_reached unavailable',
  504: 'timeout',
};
const statusOf = new Map(
  Object.entries(contract).flatMap(([status, codes]) =>
    codes.split(' ').map((code) => [code, Number(status)] as const),
  ),
);

describe('an error code', () => {
  it('is one of the contract, with its status', () => {
    for (const [code, status] of Object.entries(statuses)) {
      expect([code, status]).toEqual([code, statusOf.get(code)]);
    }
  });

  it('of a row is named once, and on every row of a candidate are those of the token', () => {
    for (const name of endpointNames) {
      const { access, errors } = rows[name];
      const ofToken =
        access === 'candidate' ? ['link_invalid', 'link_replaced', 'interview_cancelled'] : [];

      expect([name, new Set(errors).size]).toEqual([name, errors.length]);
      expect(errors).toEqual(expect.arrayContaining(ofToken));
    }
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { windowOf, windowState } from '../../../shared/domain/window.ts';

const at = Date.parse;
const interview = { starts_at: '2026-11-23T10:00:00Z', ends_at: '2026-11-23T11:00:00Z' };
const minutes = (n: number) => n * 60_000;

describe('the window of an interview', () => {
  it.each([
    ['a millisecond before it opens', '2026-11-23T09:44:59.999Z', 'early'],
    ['as it opens, 15 minutes before the start', '2026-11-23T09:45:00.000Z', 'open'],
    ['a millisecond after it opened', '2026-11-23T09:45:00.001Z', 'open'],
    ['a millisecond before it closes', '2026-11-23T12:59:59.999Z', 'open'],
    ['as it closes, 2 hours after the end', '2026-11-23T13:00:00.000Z', 'open'],
    ['a millisecond after it closed', '2026-11-23T13:00:00.001Z', 'expired'],
  ])('%s, at %s, is %s', (_name, now, state) => {
    expect(windowState(windowOf(interview), at(now))).toBe(state);
  });

  it.each([
    ['clocks go forward in Berlin', '2026-03-29T01:30:00+01:00', '2026-03-29T03:30:00+02:00', 60],
    ['clocks go back in Berlin', '2026-10-25T02:30:00+02:00', '2026-10-25T02:30:00+01:00', 60],
    ['clocks go forward in New York', '2026-03-08T01:45:00-05:00', '2026-03-08T03:15:00-04:00', 30],
    ['a leap day begins', '2028-02-28T23:30:00Z', '2028-02-29T00:30:00Z', 60],
    ['a leap day ends', '2028-02-29T23:30:00Z', '2028-03-01T00:30:00Z', 60],
    ['a year ends', '2026-12-31T23:30:00Z', '2027-01-01T00:30:00Z', 60],
  ])('has its usual length when %s', (_name, starts_at, ends_at, lasting) => {
    const window = windowOf({ starts_at, ends_at });

    expect(window.expires_at - window.opens_at).toBe(minutes(15 + lasting + 120));
  });

  it('has one early, one open and one expired part, in this order', () => {
    const order = ['early', 'open', 'expired'];
    const moment = fc.integer({ min: at('2026-11-23T00:00:00Z'), max: at('2026-11-24T00:00:00Z') });

    fc.assert(
      fc.property(moment, moment, (one, other) => {
        const [before, after] = [Math.min(one, other), Math.max(one, other)].map((now) =>
          order.indexOf(windowState(windowOf(interview), now)),
        );

        expect(before).toBeLessThanOrEqual(after ?? -1);
      }),
    );
  });

  it('moves with the interview', () => {
    const shifts = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

    fc.assert(
      fc.property(shifts, (shift) => {
        const later = {
          starts_at: new Date(at(interview.starts_at) + shift).toISOString(),
          ends_at: new Date(at(interview.ends_at) + shift).toISOString(),
        };

        expect(windowOf(later).opens_at - windowOf(interview).opens_at).toBe(shift);
        expect(windowOf(later).expires_at - windowOf(interview).expires_at).toBe(shift);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { localTime, momentOf, momentsOf } from '../../../client/zoned-time.ts';

describe('the moment of a time on a clock', () => {
  it.each([
    ['Europe/Berlin', '2026-11-26T09:00', '2026-11-26T08:00:00Z'],
    ['Europe/Berlin', '2026-07-01T09:00', '2026-07-01T07:00:00Z'],
    ['Asia/Kolkata', '2026-11-26T13:30', '2026-11-26T08:00:00Z'],
    ['Asia/Kathmandu', '2026-11-26T13:45', '2026-11-26T08:00:00Z'],
    ['Pacific/Kiritimati', '2027-01-01T00:00', '2026-12-31T10:00:00Z'],
    ['America/Los_Angeles', '2026-12-31T23:59', '2027-01-01T07:59:00Z'],
    ['UTC', '2028-02-29T12:00:30', '2028-02-29T12:00:30Z'],
    ['UTC', '0002-11-26T09:00', '0002-11-26T09:00:00Z'],
  ])('in %s at %s is %s', (zone, local, moment) => {
    expect(momentsOf(local, zone)).toEqual([moment]);
  });

  it.each([
    ['Europe/Berlin', '2027-03-28T02:00'],
    ['Europe/Berlin', '2027-03-28T02:59'],
    ['America/New_York', '2027-03-14T02:30'],
    // Half an hour is left out there.
    ['Australia/Lord_Howe', '2026-10-04T02:15'],
    // A whole day was, as the country went over the date line.
    ['Pacific/Apia', '2011-12-30T12:00'],
    ['UTC', '2026-02-30T12:00'],
    ['UTC', '2026-11-26T24:00'],
    ['UTC', '2026-11-26'],
    ['UTC', ''],
  ])('in %s at %s is none', (zone, local) => {
    expect([momentsOf(local, zone), momentOf(local, zone)]).toEqual([[], null]);
  });

  it.each([
    ['Europe/Berlin', '2026-10-25T02:30', ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z']],
    ['Australia/Lord_Howe', '2027-04-04T01:45', ['2027-04-03T14:45:00Z', '2027-04-03T15:15:00Z']],
  ])('in %s at %s is one of two, and the first is meant', (zone, local, moments) => {
    expect([momentsOf(local, zone), momentOf(local, zone)]).toEqual([moments, moments[0]]);
  });

  it.each([
    ['Europe/Berlin', '2027-03-28T01:59', '2027-03-28T00:59:00Z'],
    ['Europe/Berlin', '2027-03-28T03:00', '2027-03-28T01:00:00Z'],
    ['Europe/Berlin', '2026-10-25T01:59', '2026-10-24T23:59:00Z'],
    ['Europe/Berlin', '2026-10-25T03:00', '2026-10-25T02:00:00Z'],
    ['Australia/Lord_Howe', '2026-10-04T02:30', '2026-10-03T15:30:00Z'],
  ])('in %s beside a change, at %s, is %s', (zone, local, moment) => {
    expect(momentsOf(local, zone)).toEqual([moment]);
  });

  it('is among those whose clock shows it, for every moment of every zone', () => {
    const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
    const minutes = fc.integer({ min: 0, max: 60 * 24 * 366 * 40 });

    fc.assert(
      fc.property(zones, minutes, (zone, minute) => {
        const moment = new Date(Date.UTC(2000, 0) + minute * 60_000).toISOString();
        const found = momentsOf(localTime(moment, zone), zone);
        expect(found).toContain(moment.replace('.000Z', 'Z'));
      }),
      { numRuns: 200 },
    );
  });
});

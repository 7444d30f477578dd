import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoUtc } from '../../../shared/domain/plain-text.ts';
import { Moment } from '../../../shared/domain/text.ts';

const epoch = (text: string) => Date.parse(Moment.parse(text));

describe('a moment', () => {
  it.each([
    ['in UTC', '2026-11-23T10:00:00Z', '2026-11-23T10:00:00Z'],
    ['east of UTC', '2026-11-23T15:30:00+05:30', '2026-11-23T10:00:00Z'],
    ['west of UTC, over midnight', '2026-11-23T20:00:00-08:00', '2026-11-24T04:00:00Z'],
    ['on a leap day', '2028-02-29T23:30:00-01:00', '2028-03-01T00:30:00Z'],
    ['at the end of a year', '2026-12-31T23:59:59+00:00', '2026-12-31T23:59:59Z'],
    ['with milliseconds', '2026-11-23T10:00:00.250Z', '2026-11-23T10:00:00.250Z'],
    ['with milliseconds of zero', '2026-11-23T10:00:00.000Z', '2026-11-23T10:00:00Z'],
    ['without seconds', '2026-11-23T10:00Z', '2026-11-23T10:00:00Z'],
    ['without seconds, with an offset', '2026-11-23T10:00-01:30', '2026-11-23T11:30:00Z'],
    ['in lower case', '2026-11-23t10:00:00z', '2026-11-23T10:00:00Z'],
    ['in lower case without seconds', '2026-11-23t10:00z', '2026-11-23T10:00:00Z'],
    ['from an unknown offset', '2026-11-23T10:00:00-00:00', '2026-11-23T10:00:00Z'],
    ['with a tenth of a second', '2026-11-23T10:00:00.5Z', '2026-11-23T10:00:00.500Z'],
    ['at the end of the year 9999', '9999-12-31T23:59:59Z', '9999-12-31T23:59:59Z'],
    ['with microseconds, which are cut', '2026-11-23T10:00:00.123456Z', '2026-11-23T10:00:00.123Z'],
  ])('%s is converted to UTC', (_name, sent, stored) => {
    expect(Moment.parse(sent)).toBe(stored);
  });

  it('before the clocks go back differs from the same wall time after it', () => {
    // Berlin, 25 October 2026: 02:30 comes twice, an hour apart.
    const summer = epoch('2026-10-25T02:30:00+02:00');
    const winter = epoch('2026-10-25T02:30:00+01:00');

    expect(winter - summer).toBe(3_600_000);
  });

  it.each([
    ['a word', 'abc'],
    ['nothing', ''],
    ['no zone', '2026-11-23T10:00:00'],
    ['no time', '2026-11-23'],
    ['a date and a zone', '2026-11-23Z'],
    ['no minutes', '2026-11-23T10Z'],
    ['a fraction of a minute', '2026-11-23T10:00.5Z'],
    ['a space in place of T', '2026-11-23 10:00:00Z'],
    ['29 February of a common year', '2026-02-29T10:00:00Z'],
    ['29 February 1900', '1900-02-29T10:00:00Z'],
    ['31 April', '2026-04-31T10:00:00Z'],
    ['month 13', '2026-13-01T10:00:00Z'],
    ['hour 24', '2026-11-23T24:00:00Z'],
    ['minute 60', '2026-11-23T10:60:00Z'],
    ['second 60', '2026-11-23T10:00:60Z'],
    ['an offset of 24 hours', '2026-11-23T10:00:00+24:00'],
    ['an offset without colon', '2026-11-23T10:00:00+0530'],
    ['a year of five digits once in UTC', '9999-12-31T23:59:59-01:00'],
    ['a year before 0 once in UTC', '0000-01-01T00:00:00+01:00'],
    ['white space around it', ' 2026-11-23T10:00:00Z'],
    ['a number', 1_795_428_000_000],
    ['null', null],
  ])('is refused with %s', (_name, sent) => {
    const parsed = Moment.safeParse(sent);

    expect(parsed.error?.issues.map(({ message }) => message)).toEqual([
      'must be a date and time with a zone, for example 2026-11-23T10:00:00Z',
    ]);
  });

  it('takes or refuses any text without an exception', () => {
    const near = fc
      .tuple(
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 99 }),
        fc.integer({ min: 0, max: 99 }),
      )
      .map((parts) => parts.map((part) => String(part).padStart(2, '0')))
      .map(([a, b, c]) => `2026-${a}-${b}T10:00:${c}Z`);

    fc.assert(
      fc.property(fc.oneof(fc.string(), near), (text) => {
        expect(() => Moment.safeParse(text)).not.toThrow();
      }),
    );
  });

  it('written in UTC is read as the same moment', () => {
    const years = { min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z') };

    fc.assert(
      fc.property(fc.date({ ...years, noInvalidDate: true }), (date) => {
        const written = isoUtc(date.getTime());

        expect(written).toMatch(/Z$/);
        expect(epoch(written)).toBe(date.getTime());
      }),
    );
  });
});

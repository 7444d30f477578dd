import { expect, test } from 'vitest';
import { daysLater } from '../../../web/console/screens/interview/window.ts';
import { minutesOf } from '../../../web/console/time.ts';

test('a day later is the same time of the clock, also where a day has 25 hours', () => {
  const end = '2026-10-24T18:00:00.000Z';

  const later = daysLater(end, 1, 'Europe/Berlin', Date.parse('2026-10-20T00:00:00Z'));

  expect(later).toBe('2026-10-25T20:00');
});

test('seconds that round up to a minute are a minute more', () => {
  const lengths = [0, 59.4, 119.6, 125].map(minutesOf);

  expect(lengths).toEqual(['0:00', '0:59', '2:00', '2:05']);
});

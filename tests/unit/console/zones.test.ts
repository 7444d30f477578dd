import { expect, test } from 'vitest';
import { everyZone, nearZones } from '../../../web/console/zones.ts';

const winter = new Date('2026-11-26T08:00:00Z');

test('a zone is named by its city, with the offset of the day', () => {
  const titles = (at: Date) =>
    new Map(nearZones(['Europe/Berlin'], at).map(({ zone, title }) => [zone, title]));

  expect(titles(winter).get('Europe/Berlin')).toBe('Berlin (CET, UTC+1)');
  expect(titles(winter).get('Asia/Kolkata')).toBe('Kolkata (UTC+5:30)');
  expect(titles(winter).get('America/Los_Angeles')).toMatch(/UTC−8\)$/);
  expect(titles(new Date('2026-07-01T08:00:00Z')).get('Europe/Berlin')).toBe(
    'Berlin (CEST, UTC+2)',
  );
});

test('one’s own zones come first, and none comes twice, whatever it is called', () => {
  const near = nearZones(['Asia/Calcutta', '', 'Europe/Berlin', 'Asia/Calcutta'], winter);
  const titles = near.map(({ title }) => title);

  expect(near.slice(0, 2).map(({ zone }) => zone)).toEqual(['Asia/Calcutta', 'Europe/Berlin']);
  expect(new Set(titles).size).toBe(titles.length);
});

test('every zone is there, by city', () => {
  const titles = everyZone(winter).map(({ title }) => title);

  expect(titles.length).toBeGreaterThan(400);
  expect(titles).toContain('Kyiv (EET, UTC+2)');
  expect(titles.slice(0, 2).map((title) => title.slice(0, 3))).toEqual(['Abi', 'Acc']);
});

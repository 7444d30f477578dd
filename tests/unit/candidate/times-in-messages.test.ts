import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { languageCodes } from '../../../web/candidate/i18n/catalogues.ts';
import english from '../../../web/candidate/i18n/en.json' with { type: 'json' };
import { translatorOf } from '../../../web/candidate/i18n/translator.ts';
import { readCatalogues } from '../../../web/catalogues.ts';
import expected from './times-in-messages.json' with { type: 'json' };

const { files } = readCatalogues();
const keys = (Object.keys(english) as (keyof typeof english)[]).filter((key) =>
  /\{(time|now|date|duration)\}/.test(english[key]),
);
/** These follow a label, on the same line. */
const labels = ['openUntil', 'opensAt', 'opensIn', 'plannedFor', 'takes'] as const;
/** Filled in by the clock alone; all others by day, hour and zone. */
const byClock = ['saved'];
/** No-break and direction marks differ between versions of the Unicode data. */
const plain = (text: string) =>
  text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/[\u200e\u200f\u2066-\u2069]/g, '');

beforeEach(() => vi.stubEnv('TZ', 'Europe/Berlin'));
afterEach(() => vi.unstubAllEnvs());

test.each(languageCodes)('every time and duration reads well in %s', (code) => {
  const { t, time, day, moment, span, duration } = translatorOf(
    code,
    null,
    [],
    JSON.parse(files[`${code}.json`] ?? ''),
  );
  const at = '2026-11-27T21:00:00Z';
  const fill = {
    now: time(at),
    date: day('2026-12-04'),
    duration: duration(5_400_000),
    number: 4,
    answered: 3,
    total: 5,
  };
  const values = {
    openUntil: moment(at),
    opensAt: moment(at),
    opensIn: duration(180_000_000),
    plannedFor: span('2026-11-27T21:00:00Z', '2026-11-27T22:00:00Z'),
    takes: t('noTimer', { duration: duration(1_200_000) }),
  };
  const read = [
    ...keys.map((key) => t(key, { ...fill, time: byClock.includes(key) ? time(at) : moment(at) })),
    ...labels.map((key) => `${t(key)} | ${values[key]}`),
  ];

  expect(read.map(plain)).toEqual(expected[code]);
});

import { afterEach, describe, expect, test, vi } from 'vitest';
import type { LanguageCode } from '../../../web/candidate/i18n/catalogues.ts';
import { localeLoader } from '../../../web/candidate/i18n/locale-loader.ts';
import { pickLanguage, translatorOf } from '../../../web/candidate/i18n/translator.ts';
import { readCatalogues } from '../../../web/catalogues.ts';

const { files } = readCatalogues();
const catalogue = (code: string) => JSON.parse(files[`${code}.json`] ?? '');
const inLanguage = (code: LanguageCode, interview: string | null = null, mine: string[] = []) =>
  translatorOf(code, interview, mine, catalogue(code));
/** No-break and direction marks, which differ between versions of the Unicode data. */
const plain = (text: string) =>
  text.replace(/[\u00a0\u202f\u2009]/g, ' ').replace(/[\u200e\u200f\u2068\u2069]/g, '');

describe('the language', () => {
  test.each([
    [['de-AT', 'en'], 'de'],
    [['ja-JP', 'fr-CA'], 'fr'],
    [['fil-PH'], 'en'],
    [['AR'], 'ar'],
    [['constructor'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (tags, picked) => {
    expect(pickLanguage(tags)).toBe(picked);
  });

  test('marks the document with the interview’s own tag if that is of this language', () => {
    expect(inLanguage('de', 'de-CH').locale).toBe('de-CH');
    expect(inLanguage('de', 'en-US').locale).toBe('de');
  });
});

describe('a message', () => {
  test('has its placeholders filled, with numbers as the language writes them', () => {
    expect(inLanguage('en').t('long', { count: 20_000 })).toContain('20,000');
    expect(inLanguage('de').t('long', { count: 20_000 })).toContain('20.000');
  });

  test('shows a placeholder that is not filled', () => {
    expect(inLanguage('en').t('hello')).toBe('Hello {name}');
  });

  test('never takes a part of a value for a placeholder', () => {
    expect(inLanguage('en').t('hello', { name: '{role} $& $1' })).toBe('Hello {role} $& $1');
  });

  test('isolates a name where it could turn the sentence round, or the sentence it', () => {
    expect(inLanguage('ar').t('welcomeTitle', { role: 'C++' })).toBe('مقابلتك: \u2068C++\u2069');
    expect(inLanguage('en').t('welcomeTitle', { role: 'مهندس (C++)' })).toBe(
      'Your interview: \u2068مهندس (C++)\u2069',
    );
    expect(inLanguage('ar').t('long', { count: 20_000 })).not.toMatch(/[\u2066-\u2069]/);
    expect(inLanguage('hi').t('welcomeTitle', { role: 'C++' })).not.toMatch(/[\u2066-\u2069]/);
  });

  test('creates no format twice, however often the page is drawn', () => {
    const made = (['DateTimeFormat', 'NumberFormat', 'ListFormat'] as const).map((name) =>
      vi.spyOn(Intl, name),
    );
    const { t, moment, span, duration, time } = inLanguage('hi');
    const draw = () => {
      t('charactersLeft', { count: 900 });
      span('2026-11-24T13:05:00Z', '2026-11-24T14:05:00Z');
      return [time('2026-11-24T13:05:00Z'), moment('2026-11-24T13:05:00Z'), duration(90_000)];
    };
    draw();
    const first = made.map(({ mock }) => mock.calls.length);
    draw();

    expect(made.map(({ mock }) => mock.calls.length)).toEqual(first);
    vi.restoreAllMocks();
  });
});

describe('times', () => {
  const noon = '2026-11-24T13:05:00Z';
  const written = (one: ReturnType<typeof inLanguage>) => plain(one.moment(noon));

  test('are in the person’s own zone and format, with the zone’s name', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');

    expect(written(inLanguage('en', 'en-US', ['en-GB']))).toBe('Tuesday 24 November at 14:05 CET');
    expect(written(inLanguage('en', 'en-US', ['fr-FR']))).toMatch(
      /^Tuesday, November 24 at 2:05 PM GMT\+1$/,
    );
    expect(written(inLanguage('de', 'de-DE'))).toBe('Dienstag, 24. November um 14:05 MEZ');
    expect(inLanguage('en').zone()).toBe('Central European Time');
  });

  test('of one day name the day once', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');

    const span = plain(inLanguage('en', null, ['en-GB']).span(noon, '2026-11-24T14:05:00Z'));

    expect(span).toBe('Tuesday 24 November at 14:05 CET – 15:05');
  });

  test.each([
    ['hi', 'मंगलवार, 24 नवंबर, दोपहर 2:05 (GMT+1) – शाम 6:35'],
    ['ar', 'الثلاثاء، 24 نوفمبر في 2:05 م غرينتش+1 – 6:35 م'],
    ['fr', 'mardi 24 novembre à 14:05 UTC+1 – 18:35'],
  ] as const)('of one day are named in %s by its own habit', (code, written) => {
    vi.stubEnv('TZ', 'Europe/Berlin');

    expect(plain(inLanguage(code).span(noon, '2026-11-24T17:35:00Z'))).toBe(written);
  });

  test('over two days name both days', () => {
    vi.stubEnv('TZ', 'Europe/Berlin');
    const span = (code: LanguageCode) => plain(inLanguage(code).span(noon, '2026-11-25T14:05:00Z'));

    expect(span('de')).toBe(
      'Dienstag, 24. November um 14:05 MEZ – Mittwoch, 25. November um 15:05 MEZ',
    );
    expect(span('hi')).toBe(
      'मंगलवार, 24 नवंबर, दोपहर 2:05 (GMT+1) – बुधवार, 25 नवंबर, दोपहर 3:05 (GMT+1)',
    );
  });

  test.each([
    // One hour each, which the clock alone shows as two, none, half an hour more, and one.
    [
      'Europe/Berlin',
      '2027-03-28T00:30Z',
      'Sunday 28 March at 1:30 CET',
      'Sunday 28 March at 3:30 CEST',
    ],
    [
      'Europe/Berlin',
      '2026-10-25T00:30Z',
      'Sunday 25 October at 2:30 CEST',
      'Sunday 25 October at 2:30 CET',
    ],
    [
      'Australia/Lord_Howe',
      '2026-10-03T15:00Z',
      'Sunday 4 October at 1:30 GMT+10:30',
      'Sunday 4 October at 3:00 GMT+11',
    ],
    [
      'America/New_York',
      '2026-11-01T05:15Z',
      'Sunday 1 November at 1:15 GMT-4',
      'Sunday 1 November at 1:15 GMT-5',
    ],
  ])(
    'over a night when the clocks change in %s (%s) have a zone each',
    (zone, from, start, end) => {
      vi.stubEnv('TZ', zone);
      const to = new Date(Date.parse(from) + 3_600_000).toISOString();

      expect(plain(inLanguage('en', null, ['en-GB']).span(from, to))).toBe(`${start} – ${end}`);
    },
  );

  test('have one zone where the clocks do not change on that night', () => {
    vi.stubEnv('TZ', 'Asia/Kolkata');

    expect(plain(inLanguage('en').span('2027-03-28T00:30Z', '2027-03-28T01:30Z'))).toBe(
      'Sunday, March 28 at 6:00 AM GMT+5:30 – 7:00 AM',
    );
  });

  test('without an hour are the same day in every zone', () => {
    vi.stubEnv('TZ', 'America/Los_Angeles');

    expect(inLanguage('de').day('2026-12-04')).toBe('Freitag, 4. Dezember');
  });

  test('are of the Gregorian calendar, whatever that of the country is', () => {
    expect(inLanguage('ar', 'ar-SA-u-ca-islamic-umalqura').moment(noon)).toContain('نوفمبر');
  });

  afterEach(() => vi.unstubAllEnvs());
});

describe('a duration', () => {
  test.each([
    [0, '0 seconds'],
    [400, '1 second'],
    [59_000, '59 seconds'],
    [60_000, '1 minute'],
    [61_000, '1 minute, 1 second'],
    [3_600_000, '1 hour'],
    [5_400_000, '1 hour, 30 minutes'],
    [86_400_000 + 5, '1 day'],
    [180_000_000, '2 days, 2 hours'],
  ])('of %i ms is %s', (milliseconds, said) => {
    expect(inLanguage('en').duration(milliseconds)).toBe(said);
  });

  test('follows the plurals of the language, and joins as it does', () => {
    expect(inLanguage('ar').duration(120_000)).toBe('دقيقتان');
    expect(inLanguage('ar').duration(5_400_000)).toBe('ساعة و30 دقيقة');
    expect(inLanguage('es').duration(5_400_000)).toBe('1 hora y 30 minutos');
  });
});

describe('the locale loader', () => {
  const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
  const serve = (broken = 0) => {
    let failures = broken;
    const asked: string[] = [];
    vi.stubGlobal('CATALOGUES', '/words');
    vi.stubGlobal('fetch', async (url: string) => {
      asked.push(url);
      if (failures-- > 0) throw new TypeError('no network');
      return Response.json(catalogue(url.slice(7, 9)));
    });
    return asked;
  };
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  test('starts with the browser’s language and switches to the interview’s', async () => {
    const asked = serve();
    const loader = localeLoader(null, ['fr-FR', 'en'], () => {});
    await settle();
    const first = loader.current()?.language;
    loader.translate('de-DE');
    await settle();

    expect([first, loader.current()?.language]).toEqual(['fr', 'de']);
    expect(asked).toEqual(['/words/fr.json', '/words/de.json']);
  });

  test('keeps the language that the person chose', async () => {
    serve();
    const loader = localeLoader('hi', ['fr-FR'], () => {});
    loader.translate('de-DE');
    await settle();

    expect(loader.current()?.language).toBe('hi');
  });

  test('ignores a browser’s invalid language tags', async () => {
    serve();
    const loader = localeLoader(null, ['en-US@posix', 'de_DE', 'fr'], () => {});
    await settle();

    expect(loader.current()?.moment('2026-11-24T13:05:00Z')).toContain('novembre');
  });

  test('asks again if a catalogue does not arrive', async () => {
    vi.useFakeTimers();
    const asked = serve(1);
    const loader = localeLoader(null, ['de'], () => {});
    await vi.advanceTimersByTimeAsync(2_000);

    expect(asked).toHaveLength(2);
    expect(loader.current()?.language).toBe('de');
  });
});

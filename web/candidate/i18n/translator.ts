import { type Catalogue, type LanguageCode, languageCodes, type Messages } from './catalogues.ts';

const primary = (tag: string) => tag.split('-')[0]?.toLowerCase() ?? '';
const isSupported = (code: string): code is LanguageCode =>
  languageCodes.some((known) => known === code);

/** The first of the language tags that the page supports; English if it supports none. */
export const pickLanguage = (tags: readonly string[]): LanguageCode =>
  tags.map(primary).find(isSupported) ?? 'en';

/** The messages, dates and numbers of the page in one language. */
export interface Translator extends Catalogue {
  language: LanguageCode;
  /** The value of `lang`: the interview's own tag if it is of this language. */
  locale: string;
  /** A message with its placeholders filled; text of another direction is isolated. */
  t(key: keyof Messages, fill?: Record<string, string | number>): string;
  number(value: number): string;
  list(texts: readonly string[]): string;
  /** Hour and minute of an ISO 8601 time, or of one in ms since 1970. */
  time(at: string | number): string;
  /** A day without a time (`2026-12-04`), the same in every zone. */
  day(date: string): string;
  /** Day and time, with the zone's short name. */
  moment(iso: string): string;
  /** From one time to another; both whole if the day or, when the clocks change, the zone differs. */
  span(from: string, to: string): string;
  /** Milliseconds as whole days, hours, minutes and seconds; the two largest units, as a list. */
  duration(milliseconds: number): string;
  /** The person's own time zone, by name. */
  zone(): string;
}

type Options = Intl.DateTimeFormatOptions;
const clock: Options = { hour: 'numeric', minute: '2-digit' };
/** In Hindi the part of the day belongs to the hour. */
const inWords: Options = { ...clock, dayPeriod: 'short' };
const weekday: Options = { weekday: 'long', day: 'numeric', month: 'long' };
const wholeDay: Options = { ...weekday, timeZone: 'UTC' };
const shortZone: Options = { timeZoneName: 'short' };
const longZone: Options = { timeZoneName: 'longGeneric' };

/** In seconds, the largest first. */
const units = { day: 86_400, hour: 3_600, minute: 60, second: 1 };

/** Keeps what was made: creating a format takes milliseconds, and each keystroke draws the page. */
const kept = <Key, Format>(make: (key: Key) => Format): ((key: Key) => Format) => {
  const made = new Map<Key, Format>();
  return (key) => {
    const format = made.get(key) ?? make(key);
    made.set(key, format);
    return format;
  };
};

/**
 * The translator of a language. `interview` is the interview's own tag; the first of the person's
 * preferred tags that is of the language decides how dates are written (`en-GB` or `en-US`).
 */
export const translatorOf = (
  language: LanguageCode,
  interview: string | null,
  preferred: readonly string[],
  loaded: Catalogue,
): Translator => {
  const ofLanguage = (tags: readonly (string | null)[]) =>
    tags.find((tag) => tag && primary(tag) === language) ?? language;
  // Some browsers show the dates of Saudi Arabia in another calendar.
  const habit = new Intl.Locale(ofLanguage([...preferred, interview]), { calendar: 'gregory' });
  const date = kept((options: Options) => new Intl.DateTimeFormat(habit, options));
  const counted = kept(
    (unit: string) =>
      new Intl.NumberFormat(habit, unit ? { style: 'unit', unit, unitDisplay: 'long' } : {}),
  );
  const list = new Intl.ListFormat(habit, { type: 'unit' });
  const number = (value: number) => counted('').format(value);
  const write = (options: Options, at: string | number) => date(options).format(new Date(at));
  const zone = (options: Options, at: string | number) =>
    date(options)
      .formatToParts(new Date(at))
      .find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const time = (at: string | number) => write(language === 'hi' ? inWords : clock, at);
  const t: Translator['t'] = (key, fill = {}) =>
    loaded.messages[key].replace(/\{(\w+)\}/g, (whole, name: string, _at, message: string) => {
      const value = fill[name] ?? whole;
      if (typeof value === 'number') return number(value);
      // Among left-to-right text an isolate changes nothing, and it would be copied along.
      return /[\u0590-\u08ff]/.test(message + value) ? `\u2068${value}\u2069` : value;
    });
  // Joined by a message: the browser's own pattern reads badly in Hindi.
  const moment = (iso: string) =>
    t('moment', { day: write(weekday, iso), clock: time(iso), zone: zone(shortZone, iso) });
  return {
    ...loaded,
    language,
    locale: ofLanguage([interview]),
    t,
    number,
    list: (texts) => list.format(texts),
    time,
    day: (iso) => write(wholeDay, iso),
    moment,
    span: (from, to) => {
      // This has the date too.
      const isOneDay = write(shortZone, from) === write(shortZone, to);
      return `${moment(from)} – ${isOneDay ? time(to) : moment(to)}`;
    },
    duration: (milliseconds) => {
      let rest = Math.ceil(milliseconds / 1_000);
      const parts = Object.entries(units).map(([unit, size]) => {
        const count = Math.floor(rest / size);
        rest %= size;
        return count ? counted(unit).format(count) : '';
      });
      const first = parts.findIndex(Boolean);
      const largest = parts.slice(first, first + 2).filter(Boolean);
      return list.format(largest) || counted('second').format(0);
    },
    zone: () => zone(longZone, Date.now()),
  };
};

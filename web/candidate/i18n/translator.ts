import type { NoticeText } from '../../../shared/domain/notice/notice.ts';
import { type Catalogue, type LanguageCode, languages, type Messages } from './catalogues.ts';

const primary = (tag: string) => tag.split('-')[0]?.toLowerCase() ?? '';
const isSupported = (code: string): code is LanguageCode => Object.hasOwn(languages, code);

/** The first of the language tags that the page supports; English if it supports none. */
export const pickLanguage = (tags: readonly string[]): LanguageCode =>
  tags.map(primary).find(isSupported) ?? 'en';

/** The messages, dates and numbers of the page in one language. */
export interface Translator {
  language: LanguageCode;
  /** The value of `lang`: the interview's own tag if it is of this language. */
  locale: string;
  notice: NoticeText;
  t(key: keyof Messages, fill?: Record<string, string | number>): string;
  number(value: number): string;
  /** Hour and minute of an ISO 8601 time, or of one in ms since 1970. */
  time(at: string | number): string;
  /** Day and time, with the zone's short name. */
  moment(iso: string): string;
  /** A day without a time (`2026-12-04`), the same in every zone. */
  day(date: string): string;
  /** From one time to another, on one day or over several. */
  span(from: string, to: string): string;
  /** Milliseconds as whole days, hours, minutes and seconds; the two largest units. */
  duration(milliseconds: number): string;
  /** The person's own time zone, by name. */
  zone(): string;
}

const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };
const day: Intl.DateTimeFormatOptions = {
  ...clock,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
};
const exactly: Intl.DateTimeFormatOptions = { ...day, timeZoneName: 'short' };
const noTime: Intl.DateTimeFormatOptions = {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  timeZone: 'UTC',
};
const zoneName: Intl.DateTimeFormatOptions = { timeZoneName: 'long' };

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
  const habit = ofLanguage([...preferred, interview]);
  const made = new Map<Intl.DateTimeFormatOptions, Intl.DateTimeFormat>();
  // Creating a format takes milliseconds on a phone, and the page is drawn at every keystroke.
  const date = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
    const format = made.get(options) ?? new Intl.DateTimeFormat(habit, options);
    made.set(options, format);
    return format;
  };
  const number = (value: number, options?: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(habit, options).format(value);
  return {
    language,
    locale: ofLanguage([interview]),
    notice: loaded.notice,
    t: (key, fill = {}) =>
      loaded.messages[key].replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = fill[name];
        return typeof value === 'number' ? number(value) : (value ?? whole);
      }),
    number,
    time: (at) => date(clock).format(new Date(at)),
    moment: (iso) => date(exactly).format(new Date(iso)),
    day: (iso) => date(noTime).format(new Date(iso)),
    span: (from, to) => date(day).formatRange(new Date(from), new Date(to)),
    duration: (milliseconds) => {
      const seconds = Math.ceil(milliseconds / 1_000);
      const parts: [number, string][] = [
        [Math.floor(seconds / 86_400), 'day'],
        [Math.floor(seconds / 3_600) % 24, 'hour'],
        [Math.floor(seconds / 60) % 60, 'minute'],
        [seconds % 60, 'second'],
      ];
      const first = parts.findIndex(([count]) => count > 0);
      return parts
        .slice(first < 0 ? 3 : first, first < 0 ? 4 : first + 2)
        .filter(([count], index) => count > 0 || index === 0)
        .map(([count, unit]) => number(count, { style: 'unit', unit, unitDisplay: 'long' }))
        .join(' ');
    },
    zone: () =>
      date(zoneName)
        .formatToParts()
        .find(({ type }) => type === 'timeZoneName')?.value ?? '',
  };
};

import { isoUtc } from '../shared/domain/plain-text.ts';
import { momentOf } from './zoned-time.ts';

/** `2026-12-01 08:00` and `1.12.2026 08:00`, with seconds or without; after them a zone or nothing. */
const rest = String.raw`(?:,? +|T)(?<hour>\d{1,2}):(?<minute>\d\d)(?::(?<second>\d\d)(?:\.\d+)?)? ?(?<zone>Z|[+-]\d\d:?\d\d)?$`;
const forms = [
  new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})${rest}`, 'i'),
  new RegExp(String.raw`^(?<day>\d{1,2})\.(?<month>\d{1,2})\.(?<year>\d{4})${rest}`, 'i'),
];

/** A time as `2026-12-01T08:00:00`; null for a day that no calendar has or a time that no clock shows. */
const localIn = (parts: Record<string, string | undefined>): string | null => {
  const of = (name: string, digits = 2) => (parts[name] ?? '0').padStart(digits, '0');
  const local = `${of('year', 4)}-${of('month')}-${of('day')}T${of('hour')}:${of('minute')}:${of('second')}`;
  const moment = Date.parse(`${local}Z`);
  // Some engines take 30 February for a day of March.
  return Number.isNaN(moment) || !isoUtc(moment).startsWith(local) ? null : local;
};

/**
 * The moment that a person means, as ISO 8601 in UTC, or what is wrong with it as the end of a sentence.
 * Day and month with slashes are refused: which is which, nobody can tell.
 * @param zone that of a time without one, such as `Europe/Berlin`
 */
export const momentIn = (
  text: string,
  zone: string,
): { moment: string; wrong?: never } | { moment?: never; wrong: string } => {
  const parts = forms.map((form) => form.exec(text)?.groups).find((groups) => groups);
  const local = parts ? localIn(parts) : null;
  if (!parts || !local) return { wrong: 'must be a date and time, for example 2026-12-01 08:00' };
  if (parts.zone) {
    const offset = parts.zone.toUpperCase().replace(/(\d\d)(\d\d)$/, '$1:$2');
    return { moment: isoUtc(Date.parse(local + offset)) };
  }
  const moment = momentOf(local, zone);
  return moment ? { moment } : { wrong: `is skipped in ${zone}, where the clocks go forward` };
};

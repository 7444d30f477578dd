export interface CalendarEntry {
  uid: string;
  title: string;
  note: string;
  /** ISO 8601, UTC. */
  starts_at: string;
  ends_at: string;
}

const stamp = (iso: string) => new Date(iso).toISOString().replace(/[-:]|\.\d+/g, '');

/** Escaped as RFC 5545, section 3.3.11, requires. */
const text = (value: string) =>
  value.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n');

/** Lines of at most 75 octets (RFC 5545, section 3.1): 18 characters are never more than 72. */
const fold = (line: string) => line.replace(/.{18}(?=.)/gu, '$&\r\n ');

/**
 * An interview as an iCalendar file. The link is left out: calendars are shared and synchronised,
 * and anyone with the link can act as the candidate.
 */
export const calendarEntry = (entry: CalendarEntry): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Talaro//EN',
    'BEGIN:VEVENT',
    `UID:${text(entry.uid)}@talaro`,
    `DTSTAMP:${stamp(entry.starts_at)}`,
    `DTSTART:${stamp(entry.starts_at)}`,
    `DTEND:${stamp(entry.ends_at)}`,
    `SUMMARY:${text(entry.title)}`,
    `DESCRIPTION:${text(entry.note)}`,
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ]
    .map(fold)
    .join('\r\n');

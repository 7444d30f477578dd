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
const text = (value: string) => value.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');

/**
 * An interview as an iCalendar file. The link is left out: calendars are shared and synchronised,
 * and anyone with the link can act as the candidate.
 */
export const calendarEntry = ({ uid, title, note, starts_at, ends_at }: CalendarEntry): string =>
  `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Talaro//EN
BEGIN:VEVENT
UID:${uid}@talaro
DTSTAMP:${stamp(starts_at)}
DTSTART:${stamp(starts_at)}
DTEND:${stamp(ends_at)}
SUMMARY:${text(title)}
DESCRIPTION:${text(note)}
END:VEVENT
END:VCALENDAR
`
    // Lines of at most 75 octets (section 3.1): 18 characters are never more than 72.
    .replace(/.{18}(?=.)/gu, '$&\n ')
    .replaceAll('\n', '\r\n');

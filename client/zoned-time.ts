const formats = new Map<string, Intl.DateTimeFormat>();

/** Kept by zone: making one takes ten times as long as using it, and a file has thousands of times. */
const formatOf = (zone: string): Intl.DateTimeFormat => {
  const kept = formats.get(zone);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat('en', {
    timeZone: zone,
    calendar: 'gregory',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formats.set(zone, made);
  return made;
};

/** What a clock in a zone shows at a moment, as if it were UTC, in ms. */
const shownAt = (moment: number, zone: string): number => {
  const parts = formatOf(zone).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
};

/**
 * The moment at which a clock in a zone shows a time such as `2026-11-26T09:00`, as ISO 8601 in UTC.
 * Of two, in the hour that is repeated in autumn, it is the first. Null where there is none: in the hour
 * left out in spring, and for what is no time.
 */
export const momentOf = (local: string, zone: string): string | null => {
  const wanted = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local) ? Date.parse(`${local}Z`) : NaN;
  if (Number.isNaN(wanted)) return null;
  // A day before and after: every offset that may be meant.
  const offsets = [-1, 1].map((days) => {
    const near = wanted + days * 86_400_000;
    return shownAt(near, zone) - near;
  });
  const moments = offsets.map((offset) => wanted - offset).sort((one, other) => one - other);
  const found = moments.find((moment) => shownAt(moment, zone) === wanted);
  return found === undefined ? null : new Date(found).toISOString().replace('.000Z', 'Z');
};

/** What a clock in a zone shows at a moment, such as `2026-11-26T09:00`, for a field of date and time. */
export const localTime = (moment: string, zone: string): string =>
  new Date(shownAt(Date.parse(moment), zone)).toISOString().slice(0, 16);

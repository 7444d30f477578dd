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

/** What a clock in a zone shows at a moment, as if it were UTC; both in ms since 1970. */
export const clockAt = (moment: number, zone: string): number => {
  const parts = formatOf(zone).formatToParts(moment);
  const of = (type: string) => Number(parts.find((part) => part.type === type)?.value);
  const clock = new Date(0);
  // Not Date.UTC, which takes a year below 100, as in a field half typed, for one of the last century.
  clock.setUTCFullYear(of('year'), of('month') - 1, of('day'));
  return clock.setUTCHours(of('hour'), of('minute'), of('second'));
};

/** A time without a zone as if it were UTC, in ms since 1970; null for what is no time. */
const clockOf = (local: string): number | null => {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local)) return null;
  const clock = Date.parse(`${local}Z`);
  // Some engines take 30 February for a day of March.
  const isShown = !Number.isNaN(clock) && new Date(clock).toISOString().startsWith(local);
  return isShown ? clock : null;
};

/**
 * The moments at which a clock in a zone shows a time such as `2026-11-26T09:00`, as ISO 8601 in UTC, the
 * first one first: two in the hour that is repeated in autumn, none in the hour left out in spring, and
 * none for what is no time.
 */
export const momentsOf = (local: string, zone: string): string[] => {
  const wanted = clockOf(local);
  if (wanted === null) return [];
  // A day before and after: every offset that may be meant.
  const offsets = [-1, 1].map((days) => {
    const near = wanted + days * 86_400_000;
    return clockAt(near, zone) - near;
  });
  const moments = new Set(offsets.map((offset) => wanted - offset));
  return [...moments]
    .filter((moment) => clockAt(moment, zone) === wanted)
    .sort((one, other) => one - other)
    .map((moment) => new Date(moment).toISOString().replace('.000Z', 'Z'));
};

/** The first of `momentsOf`, or null where there is none. */
export const momentOf = (local: string, zone: string): string | null =>
  momentsOf(local, zone)[0] ?? null;

/** What a clock in a zone shows at a moment, such as `2026-11-26T09:00`, for a field of date and time. */
export const localTime = (moment: string, zone: string): string =>
  new Date(clockAt(Date.parse(moment), zone)).toISOString().slice(0, 16);

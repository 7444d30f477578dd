import { localTime, momentOf } from '../../../../client/zoned-time.ts';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** A candidate with a job and a family finds a quiet hour within so many. */
const leastHours = 20;

/** What a form says of a window: clocks of its zone, such as `2026-11-26T09:00`. */
export interface Clocks {
  starts: string;
  ends: string;
  zone: string;
}

/** A window in moments, ISO 8601 in UTC. */
export interface Window {
  starts_at: string;
  ends_at: string;
}

/** The window that is meant; null where a time is missing or does not exist, or the end is not after the start. */
export const windowOfClocks = ({ starts, ends, zone }: Clocks): Window | null => {
  const [starts_at, ends_at] = [momentOf(starts, zone), momentOf(ends, zone)];
  return starts_at && ends_at && Date.parse(ends_at) > Date.parse(starts_at)
    ? { starts_at, ends_at }
    : null;
};

/** How long a window is, in ms. */
export const lengthOf = ({ starts_at, ends_at }: Window): number =>
  Date.parse(ends_at) - Date.parse(starts_at);

export const isShort = (window: Window): boolean => lengthOf(window) < leastHours * hour;

/** A clock so many days later. */
const daysLater = (clock: string, days: number) =>
  new Date(Date.parse(`${clock}Z`) + days * day).toISOString().slice(0, 16);

/** From the next quarter of an hour until 20:00 on the third day after. */
export const firstWindow = (now: Date, zone: string): Clocks => {
  const quarter = new Date(Math.ceil(now.getTime() / (15 * minute)) * 15 * minute);
  const starts = localTime(quarter.toISOString(), zone);
  return { starts, ends: `${daysLater(starts, 3).slice(0, 10)}T20:00`, zone };
};

/** The same time on the first day on which the window is no longer short; null where there is none. */
export const laterEnd = (clocks: Clocks): string | null => {
  const window = windowOfClocks(clocks);
  if (!window || !isShort(window)) return null;
  for (const days of [1, 2]) {
    const ends = daysLater(clocks.ends, days);
    const longer = windowOfClocks({ ...clocks, ends });
    if (longer && !isShort(longer)) return ends;
  }
  return null;
};

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** A length in words, `9 hours`, `half an hour`, `3 days 5 hours`; empty for none. @param length in ms */
export const inWords = (length: number): string => {
  const minutes = Math.round(length / minute);
  if (minutes === 30) return 'half an hour';
  const days = minutes >= 48 * 60 ? Math.floor(minutes / 1440) : 0;
  const hours = Math.floor((minutes - days * 1440) / 60);
  const rest = days > 0 ? 0 : minutes % 60;
  const parts = [
    days && counted(days, 'day'),
    hours && counted(hours, 'hour'),
    rest && counted(rest, 'minute'),
  ];
  return parts.filter(Boolean).join(' ');
};

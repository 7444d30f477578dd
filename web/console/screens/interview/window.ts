import { localTime, momentOf } from '../../../../client/zoned-time.ts';
import { windowOf } from '../../../../shared/domain/window.ts';
import { dayAndTime, zoneName } from '../../time.ts';
import type { Shown } from './shown.ts';

const day = 86_400_000;

/** A moment with its zone, `Fri 27 Nov 20:00 CET`. */
export const zoned = (moment: string, zone: string): string =>
  `${dayAndTime(moment, zone)} ${zoneName(zone, new Date(moment))}`;

/** So many days after an end that is still to come, else after now, for a field of date and time. */
export const daysLater = (
  ends_at: string | null,
  days: number,
  zone: string,
  now: number,
): string => {
  const from = Math.max(ends_at ? Date.parse(ends_at) : 0, now);
  // On the clock of the zone: a day there may have 23 or 25 hours.
  const clock = Date.parse(`${localTime(new Date(from).toISOString(), zone)}Z`);
  return new Date(clock + days * day).toISOString().slice(0, 16);
};

/** When the link opens and stops in a window, in a sentence; null for what is no window. */
export const linkTimes = (start: string, end: string, zone: string): string | null => {
  const [starts_at, ends_at] = [momentOf(start, zone), momentOf(end, zone)];
  if (!starts_at || !ends_at || ends_at <= starts_at) return null;
  const { opens_at, expires_at } = windowOf({ starts_at, ends_at });
  const [opens, stops] = [opens_at, expires_at].map((at) =>
    zoned(new Date(at).toISOString(), zone),
  );
  return `The link opens ${opens} and stops ${stops}.`;
};

/** Whether its start can still be moved to any use: before anybody has started. */
export const canStartAnew = ({ status, starts_at, link }: Shown): boolean =>
  status === 'scheduled' && (!starts_at || link.status === 'expired' || link.status === 'none');

import { clockAt } from '../../../../client/zoned-time.ts';
import type { Window } from './window.ts';

const hour = 3_600_000;
const day = 24 * hour;
/** Night is from 22 to 7. */
const [dawn, dusk] = [7 * hour, 22 * hour];

/** More days than these are not drawn. */
const mostDays = 7;

/** A window as clocks of a zone show it, as if they were UTC; in ms since 1970. */
interface Shown {
  from: number;
  to: number;
}

const shownIn = ({ starts_at, ends_at }: Window, zone: string): Shown => ({
  from: clockAt(Date.parse(starts_at), zone),
  to: clockAt(Date.parse(ends_at), zone),
});

const firstDay = ({ from }: Shown) => Math.floor(from / day) * day;
const daysOf = (shown: Shown) => Math.ceil((shown.to - firstDay(shown)) / day);
const overlap = (one: Shown, other: Shown) =>
  Math.max(0, Math.min(one.to, other.to) - Math.max(one.from, other.from));

const nightsFrom = (first: number, days: number): Shown[] =>
  Array.from({ length: days }, (_, index) => first + index * day).flatMap((midnight) => [
    { from: midnight, to: midnight + dawn },
    { from: midnight + dusk, to: midnight + day },
  ]);

/** How much of a window is night on the clocks of a zone, in ms. */
export const nightIn = (window: Window, zone: string): number => {
  const shown = shownIn(window, zone);
  return nightsFrom(firstDay(shown), daysOf(shown)).reduce(
    (sum, night) => sum + overlap(shown, night),
    0,
  );
};

/** A part of the days that are drawn, in percent of their width. */
export interface Part {
  x: number;
  width: number;
}

export interface DrawnDays {
  zone: string;
  /** The days on that zone's calendar, as if they were UTC; in ms since 1970. */
  days: number[];
  nights: Part[];
  window: Part;
}

/** A window on the days of several zones, as many days for each; none where they are too many. */
export const drawnDays = (window: Window, zones: readonly string[]): DrawnDays[] => {
  const all = zones.map((zone) => ({ zone, shown: shownIn(window, zone) }));
  const count = Math.max(...all.map(({ shown }) => daysOf(shown)));
  if (count > mostDays) return [];
  return all.map(({ zone, shown }) => {
    const first = firstDay(shown);
    const percent = (ms: number) => Math.round((ms / (count * day)) * 1e4) / 100;
    const part = ({ from, to }: Shown): Part => ({
      x: percent(from - first),
      width: percent(to - from),
    });
    return {
      zone,
      days: Array.from({ length: count }, (_, index) => first + index * day),
      nights: nightsFrom(first, count).map(part),
      window: part(shown),
    };
  });
};

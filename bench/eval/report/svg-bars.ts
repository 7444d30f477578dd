import type { Interval } from '../statistics/intervals.ts';
import { box, ink, label, picture, round } from './svg.ts';

/** One bar, with what is written behind it. */
export interface Bar {
  name: string;
  /** Null draws no bar. */
  value: number | null;
  shown: string;
  interval?: Interval | null;
  fill?: string;
}

const row = 30;
const left = 250;
const plot = 380;

/** Horizontal bars from 0 to `most`, with 95% intervals as whiskers and a bound as a dashed line. */
export const bars = (
  title: string,
  items: readonly Bar[],
  { most = 1, bound }: { most?: number; bound?: number } = {},
): string => {
  const top = 52;
  const height = top + items.length * row + 14;
  const x = (value: number) => left + (Math.min(most, Math.max(0, value)) / most) * plot;
  const drawn = items.flatMap(({ name, value, shown, interval, fill = ink.accent }, i) => {
    const y = top + i * row;
    const middle = y + row / 2;
    const parts = [
      label(left - 12, middle + 4, name, { anchor: 'end', fill: ink.quiet }),
      label(left + plot + 12, middle + 4, shown, { weight: 600 }),
    ];
    if (value !== null && value > 0) parts.push(box(left, y + 6, x(value) - left, row - 12, fill));
    if (interval) parts.push(whisker(x(interval[0]), x(interval[1]), middle));
    return parts;
  });
  const axis = `<path d="M${left} ${top - 4}V${height - 12}" stroke="${ink.quiet}"/>`;
  const limit =
    bound === undefined
      ? ''
      : `<path d="M${round(x(bound))} ${top - 4}V${height - 12}" stroke="${ink.danger}" stroke-dasharray="4 3"/>`;
  const description = items.map(({ name, shown }) => `${name}: ${shown}.`).join(' ');
  return picture(left + plot + 90, height, { title, description }, [...drawn, axis, limit]);
};

/** With a light rim, so that it is seen on a dark bar too. */
const whisker = (from: number, to: number, y: number) => {
  const ends = [from, to].map((x) => `M${round(x)} ${y - 4}V${y + 4}`).join('');
  const path = `d="M${round(from)} ${y}H${round(to)}${ends}" fill="none"`;
  return `<path ${path} stroke="${ink.card}" stroke-width="3"/><path ${path} stroke="${ink.text}"/>`;
};

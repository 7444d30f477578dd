import { dayOf } from '../../time.ts';
import type { Day } from './figures.ts';

/** Up to so many days each has a column of its own; more are drawn in weeks. */
const mostDays = 31;

/** Some days of a report that are drawn as one. */
export interface Span {
  /** Its first day, `Mon 23 Nov`. */
  name: string;
  days: readonly Day[];
}

/** A day of the calendar as people write it. */
export const dayName = (date: string): string => dayOf(`${date}T12:00:00Z`, 'UTC');

/** Days one by one, or by seven from the first where they are many. */
export const spansOf = (days: readonly Day[]): Span[] => {
  const length = days.length > mostDays ? 7 : 1;
  return days
    .filter((_, index) => index % length === 0)
    .map(({ date }, index) => ({
      name: dayName(date),
      days: days.slice(index * length, (index + 1) * length),
    }));
};

/** `day` or `week`. */
export const unitOf = (days: readonly Day[]): string => (days.length > mostDays ? 'week' : 'day');

/** What one number of these days comes to. */
export const sumOf = ({ days }: Span, key: Exclude<keyof Day, 'date'>): number =>
  days.reduce((sum, day) => sum + day[key], 0);

/** The lowest round number that is not below a value: 1, 2, 2.5 or 5 times a power of ten; 1 for none. */
export const roundAbove = (value: number): number => {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const factor = [1, 2, 2.5, 5, 10].find((one) => one * power >= value * (1 - 1e-9)) ?? 10;
  return factor * power;
};

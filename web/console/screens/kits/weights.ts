import { addUpToOne } from '../../../../shared/domain/kit-limits.ts';

const oneDecimal = (value: number) => Math.round(value * 10) / 10;

/** A share in (0, 1] as it is edited: percent, with at most one decimal. */
export const percentOf = (share: number): string => String(oneDecimal(share * 100));

/**
 * The share that a person typed as percent; NaN where it is no number above 0 and up to 100 with at most
 * one decimal. One that stands as it was loaded is the exact number that was loaded.
 */
export const shareOf = (typed: string, loaded?: number): number => {
  if (loaded !== undefined && percentOf(loaded) === typed.trim()) return loaded;
  const number = /^\s*(\d{1,3}(?:[.,]\d?)?)\s*%?\s*$/.exec(typed)?.[1];
  const percent = number === undefined ? Number.NaN : Number(number.replace(',', '.'));
  return percent > 0 && percent <= 100 ? percent / 100 : Number.NaN;
};

/** The weights of a set together. */
export interface Sum {
  isRight: boolean;
  /** `30 + 45 + 25`; a weight that is no number is a question mark. */
  parts: string;
  /** `100 %`, or what it is instead. */
  total: string;
  /** What is missing or too much, in words; empty where it is right. */
  trouble: string;
}

const percent = (value: number) => `${oneDecimal(value)}\u00a0%`;

/** The sum of a set by the rule of the API. */
export const sumOf = (shares: readonly number[]): Sum => {
  const parts = shares.map((share) => (Number.isNaN(share) ? '?' : percentOf(share))).join(' + ');
  const sum = shares.reduce((before, share) => before + share, 0);
  if (Number.isNaN(sum)) {
    const trouble = 'a weight is not a number above 0 and up to 100, with at most one decimal';
    return { isRight: false, parts, total: 'no sum', trouble };
  }
  if (addUpToOne(shares.map((weight) => ({ weight })))) {
    return { isRight: true, parts, total: percent(100), trouble: '' };
  }
  const off = percent(Math.max(0.1, Math.abs(100 - sum * 100)));
  const trouble = sum < 1 ? `${off} is missing` : `${off} is too much`;
  return { isRight: false, parts, total: percent(sum * 100), trouble };
};

/** Percents of so many parts that are as even as one decimal allows, and add up to 100. */
export const evenPercents = (count: number): string[] => {
  const tenths = Math.floor(1000 / count);
  const extra = 1000 - tenths * count;
  return Array.from({ length: count }, (_, n) => String((tenths + (n < extra ? 1 : 0)) / 10));
};

import { isoUtc } from './plain-text.ts';

const minute = 60_000;

/** How long before its start an interview may be joined, in ms (see the public contract). */
const opensBefore = 15 * minute;
/** How long after the interview's end its link works, in ms (see the public contract). */
const expiresAfter = 120 * minute;
/** How long after its link's window a candidate can still ask for an accommodation, in ms (see the public contract). */
export const requestsAfter = 24 * 60 * minute;
/** How long after the interview's end its link is of any use, in ms. */
export const usedAfter = expiresAfter + requestsAfter;
/** How long an interview without an end time lasts, in ms (see the public contract). */
const defaultDuration = 60 * minute;

export interface Window {
  /** Milliseconds since the epoch, inclusive. */
  opens_at: number;
  /** Milliseconds since the epoch, inclusive. */
  expires_at: number;
}

/** The time in which a candidate may use the link, computed from the interview on each request. */
export const windowOf = (interview: { starts_at: string; ends_at: string }): Window => ({
  opens_at: Date.parse(interview.starts_at) - opensBefore,
  expires_at: Date.parse(interview.ends_at) + expiresAfter,
});

/** When the link of an interview expires, in ms since the epoch; null as long as it has no times. */
export const linkExpiry = ({
  starts_at,
  ends_at,
}: {
  starts_at: string | null;
  ends_at: string | null;
}): number | null => (starts_at && ends_at ? windowOf({ starts_at, ends_at }).expires_at : null);

/** The position of `now` (ms since the epoch); both ends belong to the window. */
export const windowState = (window: Window, now: number): 'early' | 'open' | 'expired' => {
  if (now < window.opens_at) return 'early';
  return now > window.expires_at ? 'expired' : 'open';
};

interface Times {
  starts_at?: string | null | undefined;
  ends_at?: string | null | undefined;
}

/** What is wrong with an interview's end, as the end of a sentence about it; null if nothing is. */
export const wrongEnd = ({ starts_at, ends_at }: Times): string | null => {
  if (!ends_at) return null;
  if (!starts_at) return 'needs starts_at';
  return Date.parse(ends_at) > Date.parse(starts_at) ? null : 'must be after starts_at';
};

/** The end of an interview, an hour after its start if none is given; null without a start. */
export const endOf = ({ starts_at, ends_at }: Times): string | null =>
  ends_at ?? (starts_at ? isoUtc(Date.parse(starts_at) + defaultDuration) : null);

import { cityOf, zoneTitle } from './time.ts';

export interface ZoneChoice {
  zone: string;
  /** `Berlin (CET, UTC+1)`. */
  title: string;
}

/** One of each part of the day, for those who look for a zone near another. */
const landmarks = [
  'America/Los_Angeles',
  'America/New_York',
  'America/Sao_Paulo',
  'Europe/London',
  'Europe/Berlin',
  'Africa/Nairobi',
  'Asia/Dubai',
  'Asia/Kolkata',
  'Asia/Singapore',
  'Asia/Tokyo',
  'Australia/Sydney',
];

const choiceOf = (zone: string, at: Date): ZoneChoice => ({ zone, title: zoneTitle(zone, at) });

/** The zones that are likely, those of the person first. @param at for their offsets */
export const nearZones = (own: readonly string[], at: Date): ZoneChoice[] => {
  const choices = [...own.filter(Boolean), ...landmarks, 'UTC'].map((zone) => choiceOf(zone, at));
  // One zone can have two names.
  const first = ({ title }: ZoneChoice, index: number) =>
    choices.findIndex((choice) => choice.title === title) === index;
  return choices.filter(first);
};

/** Every zone that the browser knows, by city. @param at for their offsets */
export const everyZone = (at: Date): ZoneChoice[] =>
  Intl.supportedValuesOf('timeZone')
    .toSorted((one, other) => cityOf(one).localeCompare(cityOf(other), 'en'))
    .map((zone) => choiceOf(zone, at));

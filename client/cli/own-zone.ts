import { UsageError } from '../../bin/command.ts';
import { localTime } from '../zoned-time.ts';

/** The zone that times are in: the one that is asked for, or that of this machine. @throws UsageError */
export const zoneOf = (given: string | undefined): string => {
  const zone = given ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    return Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    throw new UsageError('--zone takes a time zone such as Europe/Berlin');
  }
};

/** A moment as clocks in a zone show it, such as `2026-12-01 08:00`; empty for none. */
export const shown = (moment: string | null, zone: string): string =>
  moment ? localTime(moment, zone).replace('T', ' ') : '';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format takes longer than using it a thousand times. */
const formatOf = (zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${zone} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, ...options });
  formats.set(key, made);
  return made;
};

const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
const day = { weekday: 'short', day: 'numeric', month: 'short' } as const;

/** A moment as the mocks write it, `Wed 25 Nov 08:00`, with the year where it is another. */
export const dayAndTime = (moment: string, zone: string, now = new Date()): string =>
  `${dayOf(moment, zone, now)} ${timeOf(moment, zone)}`;

/** `Wed 25 Nov`, with the year where it is another. */
export const dayOf = (moment: string, zone: string, now = new Date()): string => {
  const at = new Date(moment);
  const year = formatOf(zone, { year: 'numeric' });
  const shown = formatOf(zone, day).format(at).replace(',', '');
  return year.format(at) === year.format(now) ? shown : `${shown} ${year.format(at)}`;
};

/** `08:00`. */
export const timeOf = (moment: string, zone: string): string =>
  formatOf(zone, clock).format(new Date(moment));

/** `08:00:12`. */
export const secondsOf = (moment: string, zone: string): string =>
  formatOf(zone, { ...clock, second: '2-digit' }).format(new Date(moment));

/** Seconds as minutes and seconds, `2:05`. */
export const minutesOf = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};

const part = (zone: string, timeZoneName: 'short' | 'shortOffset' | 'long', at: Date) =>
  formatOf(zone, { timeZoneName })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone;

/** The zone's short name at a moment, `CET`, or its offset where it has none, `GMT+5:30`. */
export const zoneName = (zone: string, at = new Date()): string => part(zone, 'short', at);

/** Browsers still call these by names that their cities have given up. */
const renamed: Readonly<Record<string, string>> = {
  Calcutta: 'Kolkata',
  Katmandu: 'Kathmandu',
  Kiev: 'Kyiv',
  Rangoon: 'Yangon',
  Saigon: 'Ho Chi Minh City',
};

/** The city of a zone, `Berlin` of `Europe/Berlin`. */
export const cityOf = (zone: string): string => {
  const city = (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
  return renamed[city] ?? city;
};

/** `Berlin (CET, UTC+1)`, for choosing. */
export const zoneTitle = (zone: string, at = new Date()): string => {
  const offset = part(zone, 'shortOffset', at).replace('GMT', 'UTC').replace('-', '−');
  const name = zoneName(zone, at);
  const isOffset = /^(GMT|UTC)[+-]/.test(name);
  return `${cityOf(zone)} (${isOffset ? '' : `${name}, `}${offset === 'UTC' ? 'UTC+0' : offset})`;
};

export interface Manner {
  /** A BCP 47 tag; the browser's own if left out. */
  locale?: string | undefined;
  /** An IANA name such as `Europe/Berlin`; the browser's own if left out. */
  timeZone?: string | undefined;
}

/** A time with day, year and zone; as it was given where the browser cannot read it. */
export const moment = (iso: string, { locale, timeZone }: Manner): string => {
  try {
    return new Intl.DateTimeFormat(locale, {
      calendar: 'gregory',
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      hour: 'numeric',
      minute: '2-digit',
      timeZoneName: 'short',
      timeZone,
    }).format(new Date(iso));
  } catch {
    return iso;
  }
};

/** What browsers and mistakes in code throw: "Failed to fetch" is no sentence for a recruiter. */
const ofMachines = [
  TypeError,
  SyntaxError,
  RangeError,
  ReferenceError,
  EvalError,
  URIError,
  DOMException,
];

/** The message of an error that was made for people, else null. */
export const sentenceOf = (error: unknown): string | null => {
  if (!(error instanceof Error) || ofMachines.some((kind) => error instanceof kind)) return null;
  return error.message || null;
};

import * as z from 'zod';

/** Limits in characters (Unicode code points): the public contract's, and ours of what recruiters add. */
export const limits = {
  response_text: 20_000,
  job_description: 50_000,
  resume_text: 50_000,
  name: 200,
  email: 254,
  accommodation_message: 2_000,
  reason: 5_000,
  note: 2_000,
} as const;

const codePoints = (text: string) => {
  let count = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) count--;
  }
  return count;
};

/** With commas between thousands. `toLocaleString` would load ICU, 30 ms of every cold start. */
export const withCommas = (n: number | bigint) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** Neither a blank nor a control character nor one that is not drawn. Their properties would load ICU. */
const visible =
  /[!-~\u00a1-\u00ac\u00ae-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ufefe\uff00-\uffff]/;

/** Whether a text has anything to see. */
export const isBlank = (text: string): boolean => !visible.test(text);

/** The checks of a text with a limit; given at once, as each call of a schema's method copies the schema. */
export const exactChecks = (max: number, min: number) => [
  z.refine<string>((text) => text.isWellFormed() && !text.includes('\0'), {
    error: 'must not contain NUL or lone surrogate characters',
  }),
  // A UTF-16 length up to the limit needs no counting.
  z.refine<string>((text) => text.length <= max || codePoints(text) <= max, {
    error: `must be at most ${withCommas(max)} characters`,
  }),
  z.refine<string>((text) => min === 0 || !isBlank(text), {
    error: 'must not be empty',
  }),
  z.meta({ maxLength: max, ...(min > 0 && { minLength: min }) }),
];

/**
 * A text kept byte for byte: at most `max` code points, no NUL and no lone surrogate
 * (neither survives UTF-8 and DynamoDB unchanged, so they are refused instead of altered).
 */
export const exactText = (max: number, min = 0) => z.string().check(...exactChecks(max, min));

/** The value of a JSON text, or undefined if it is none. */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** One of our ids: a UUID, compared in lower case. */
export const Id = z.guid().overwrite((id) => id.toLowerCase());

/** A moment as ISO 8601 in UTC with `Z`; milliseconds only if they are not zero. */
export const isoUtc = (milliseconds: number) =>
  new Date(milliseconds).toISOString().replace('.000Z', 'Z');

const momentForm = {
  error: 'must be a date and time with a zone, for example 2026-11-23T10:00:00Z',
  // The checks that follow can rely on a valid moment.
  abort: true,
};

/** Whether a text names a moment whose year in UTC has four digits, as ISO 8601 requires. */
const hasFourDigitYear = (text: string) => {
  const milliseconds = Date.parse(text);
  return !Number.isNaN(milliseconds) && /^\d{4}-/.test(new Date(milliseconds).toISOString());
};

/** In upper case and with seconds, which ISO 8601 and RFC 3339 leave to the writer. */
const spelledOut = (text: string) =>
  text.toUpperCase().replace(/^([^T]+T\d\d:\d\d)(?=Z|[+-])/, '$1:00');

/** A moment given with its zone (`Z` or an offset), normalised to UTC with `Z`. */
export const Moment = z.string(momentForm).check(
  z.overwrite(spelledOut),
  z.iso.datetime({ offset: true, ...momentForm }),
  z.refine(hasFourDigitYear, momentForm),
  z.overwrite((text) => isoUtc(Date.parse(text))),
);

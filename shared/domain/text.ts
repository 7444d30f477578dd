import * as z from 'zod';
import { isEmailAddress } from './email-address.ts';
import { fits, isBlank, isoUtc, limits, withCommas } from './plain-text.ts';

/** The checks of a text with a limit; given at once, as each call of a schema's method copies the schema. */
export const exactChecks = (max: number, min: number) => [
  z.refine<string>((text) => text.isWellFormed() && !text.includes('\0'), {
    error: 'must not contain NUL or lone surrogate characters',
  }),
  z.refine<string>((text) => fits(text, max), {
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

/** An e-mail address of at most 254 characters (code points); surrounding blanks are cut. */
export const EmailAddress = z
  .string()
  .check(
    z.trim(),
    ...exactChecks(limits.email, 0),
    z.refine<string>(isEmailAddress, { error: 'is not an e-mail address' }),
    z.meta({ format: 'idn-email' }),
  );

/** One of our ids: a UUID, compared in lower case. */
export const Id = z.guid().overwrite((id) => id.toLowerCase());

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

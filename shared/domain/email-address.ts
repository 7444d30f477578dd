import * as z from 'zod';
import { exactChecks, limits } from './text.ts';

/** Every character beyond ASCII. Its properties (`\p{L}`) would load ICU, 5 ms of every cold start. */
const other = String.raw`\u00a1-\uffff`;
const label = `[a-zA-Z\\d${other}](?:[a-zA-Z\\d${other}-]{0,61}[a-zA-Z\\d${other}])?`;
/** What `input type=email` accepts (HTML, "valid e-mail address"), in any script (RFC 6531). */
const form = new RegExp(`^[\\w.!#$%&'*+/=?^\`{|}~${other}-]+@${label}(?:\\.${label})*$`);
/** Blanks, and the marks that show what follows in another direction than it is written. */
const unseen = /[\s\u200e\u200f\u202a-\u202e\u2060-\u206f]/;

/** An e-mail address of at most 254 characters (code points); surrounding blanks are cut. */
export const EmailAddress = z.string().check(
  z.trim(),
  ...exactChecks(limits.email, 0),
  z.refine<string>((text) => form.test(text) && !unseen.test(text), {
    error: 'is not an e-mail address',
  }),
  z.meta({ format: 'idn-email' }),
);

/** The one spelling of an address, by which two are compared. Link tokens depend on it: it never changes. */
export const normalisedEmail = (email: string): string =>
  email.trim().normalize('NFC').toLowerCase();

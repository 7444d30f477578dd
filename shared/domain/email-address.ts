/** Every character beyond ASCII. Its properties (`\p{L}`) would load ICU, 5 ms of every cold start. */
const other = String.raw`\u00a1-\uffff`;
const label = `[a-zA-Z\\d${other}](?:[a-zA-Z\\d${other}-]{0,61}[a-zA-Z\\d${other}])?`;
/** What `input type=email` accepts (HTML, "valid e-mail address"), in any script (RFC 6531). */
const form = new RegExp(`^[\\w.!#$%&'*+/=?^\`{|}~${other}-]+@${label}(?:\\.${label})*$`);
/** Blanks, and the marks that show what follows in another direction than it is written. */
const unseen = /[\s\u200e\u200f\u202a-\u202e\u2060-\u206f]/;

/** Whether a text without surrounding blanks is an e-mail address. */
export const isEmailAddress = (text: string): boolean => form.test(text) && !unseen.test(text);

/** The one spelling of an address, by which two are compared. Link tokens depend on it: it never changes. */
export const normalisedEmail = (email: string): string =>
  email.trim().normalize('NFC').toLowerCase();

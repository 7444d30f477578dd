import { padded } from './folded-text.ts';

// With its length bounded, so that the time grows no faster than the text.
const identifier =
  /\S@\S{1,200}\.\p{L}{2,}|https?:\/\/|\bwww\.|\b(?:linkedin|github|gitlab)\.com\/|\+\d[\d\s().\-/]{6,}\d/iu;

/** Whether a text holds an address, a link or a phone number. */
export const holdsContact = (text: string): boolean => identifier.test(text);

const digits = (text: string) => text.replace(/\D/g, '');

/** Whether a text contains the last seven digits of what looks like a phone number in the résumé. */
const holdsPhoneOf = (resume: string, text: string): boolean => {
  const numbers = resume.match(/\+?\(?\d[\d ().\-/]{5,}\d/g) ?? [];
  const joined = text.replace(/(?<=\d)[ ().\-/]+(?=\d)/g, '');
  return numbers
    .map(digits)
    .filter((number) => number.length >= 7)
    .some((number) => joined.includes(number.slice(-7)));
};

/**
 * Whether a text holds an address, a link, or the phone number or name of a résumé's owner.
 * @param job the job's text: what it names identifies nobody
 */
export const identifies = (text: string, resume: string, job: string): boolean => {
  const name = nameAtop(resume, job);
  return (
    holdsContact(text) ||
    holdsPhoneOf(resume, text) ||
    (name !== null && padded(text).includes(name))
  );
};

/** Two to four capitalised words alone on a résumé's first line: most likely its owner's name. */
const nameAtop = (resume: string, job: string): string | null => {
  const first = resume.trim().split(/\r?\n/)[0]?.trim() ?? '';
  if (!/^\p{Lu}[\p{L}\p{M}'’.-]*(?: \p{Lu}[\p{L}\p{M}'’.-]*){1,3}$/u.test(first)) return null;
  // Open at the end: a genitive is also the name.
  const name = padded(first).trimEnd();
  return padded(job).includes(name) ? null : name;
};

// What text is measured by, apart from the schemas: pages and the client take it without their library.

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

/** Whether a text has at most so many code points. */
export const fits = (text: string, most: number): boolean => {
  // A UTF-16 length up to the limit needs no counting.
  if (text.length <= most) return true;
  let count = text.length;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit >= 0xd800 && unit <= 0xdbff) count--;
  }
  return count <= most;
};

/** With commas between thousands. `toLocaleString` would load ICU, 30 ms of every cold start. */
export const withCommas = (n: number | bigint) => String(n).replace(/\B(?=(\d{3})+$)/g, ',');

/** Neither a blank nor a control character nor one that is not drawn. Their properties would load ICU. */
const visible =
  /[!-~\u00a1-\u00ac\u00ae-\u167f\u1681-\u1fff\u2010-\u2027\u2030-\u205e\u2070-\u2fff\u3001-\ufefe\uff00-\uffff]/;

/** Whether a text has anything to see. */
export const isBlank = (text: string): boolean => !visible.test(text);

/** The value of a JSON text, or undefined if it is none. */
export const jsonIn = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** A moment as ISO 8601 in UTC with `Z`; milliseconds only if they are not zero. */
export const isoUtc = (milliseconds: number) =>
  new Date(milliseconds).toISOString().replace('.000Z', 'Z');

/** Whether a text is a language tag (BCP 47) that `Intl` can parse. */
export const isLanguageTag = (tag: string): boolean => {
  try {
    return Boolean(new Intl.Locale(tag));
  } catch {
    return false;
  }
};

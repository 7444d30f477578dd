import type { CriterionLevel } from '../domain/assessment.ts';

/** How each language says thank you; “thanks to your plan” and “you thanked them” do not. */
const thanks = new RegExp(
  [
    /(?<!\bsaid )\bthanks?\b(?! to\b)|\b(?:i|we) appreciate\b/,
    /\b(?:be)?danke(?:n|schön)?\b|\b(?:vielen|herzlichen|besten|lieben) dank\b/,
    /\bgracias\b(?! a\b)|\bagrade(?:zco|ce|cemos|cerle)\b/,
    /(?<!\bdit )\bmerci\b|\bremerci(?:e|ons)\b/,
    /(?:धन्यवाद|शुक्रिया)(?! (?:द|कह|अदा))|आभार(?! (?:मान|जत|व्यक्त))/,
    /شكرا|[أن]شكر/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'i',
);
/** A longer sentence may also say something else. */
const longestThanks = 14;

const sentences = (text: string) => text.split(/[.!?।؟…\n]/u).filter((one) => /\p{L}/u.test(one));

const saysThanksOnly = (text: string) =>
  sentences(text.normalize('NFC').replace(/[\u064B-\u0652]/g, '')).every(
    (one) => thanks.test(one) && one.trim().split(/\s+/u).length <= longestThanks,
  );

/**
 * The strength that a reading names to the candidate: none where no level above the lowest stands on a
 * quote, and none that only says thank you.
 */
export const strengthOf = (
  criteria: readonly Pick<CriterionLevel, 'level' | 'quotes'>[],
  strength: string,
): string => {
  const isShown = criteria.some(({ level, quotes }) => (level ?? 1) > 1 && quotes.length > 0);
  return isShown && !saysThanksOnly(strength) ? strength : '';
};

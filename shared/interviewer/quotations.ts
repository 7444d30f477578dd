import { padded, words } from './folded-text.ts';

/** The passages in quotation marks that have at least three words. */
const quotedIn = (text: string): string[] =>
  [
    ...text.matchAll(
      /["\u201C\u201E\u00AB]([^"\u201C-\u201E\u00AB\u00BB]{8,})["\u201C\u201D\u00BB]/g,
    ),
  ]
    .map(([, quote = '']) => quote)
    .filter((quote) => words(quote).length >= 3);

/** Whether a text puts words in quotation marks that appear in none of these texts. */
export const inventsQuote = (text: string, sources: readonly string[]): boolean => {
  const quotes = quotedIn(text).map(padded);
  if (quotes.length === 0) return false;
  const known = sources.map(padded);
  return quotes.some((quote) => !known.some((source) => source.includes(quote)));
};

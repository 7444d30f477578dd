/** The characters of words in every script; `\b` and `\w` know only ASCII. */
const inWord = String.raw`[\p{L}\p{M}\p{N}_]`;

/** Sources for the edges of a word. */
export const wordStart = `(?<!${inWord})`;
export const wordEnd = `(?!${inWord})`;

/**
 * A pattern that finds any of these words and phrases in a folded text, as whole words. One with a
 * capital letter is matched as written (a German noun), the others in any case; `*` is any ending.
 *
 * @param sources further alternatives, in any case, as sources of regular expressions
 */
export const wholeWords = (words: readonly string[], sources: readonly string[] = []): RegExp => {
  const alternatives = words.map((word) => {
    const source = word.normalize('NFC').replace('*', `${inWord}*`);
    return /\p{Lu}/u.test(word) ? source : anyCase(source);
  });
  const all = [...alternatives, ...sources.map(anyCase)].join('|');
  return new RegExp(`${wordStart}(?:${all})${wordEnd}`, 'u');
};

const anyCase = (source: string) => `(?i:${source})`;

/** A pattern that finds any of these words in a folded text, including inside longer words. */
export const anywhere = (words: readonly string[]): RegExp =>
  new RegExp(words.join('|').normalize('NFC'), 'u');

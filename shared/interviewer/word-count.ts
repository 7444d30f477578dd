// Made when first used: it loads ICU's dictionaries, and most functions never count a word.
let segmenter: Intl.Segmenter | undefined;

/** Whether a text has at least this many words, in any script, with or without spaces. */
export const hasWords = (text: string, least: number): boolean => {
  // One language for all, so that every machine counts alike.
  segmenter ??= new Intl.Segmenter('en', { granularity: 'word' });
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) {
    if (isWordLike && ++count >= least) return true;
  }
  return count >= least;
};

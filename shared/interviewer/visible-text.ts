/** A joiner is spelling where the letter before it belongs to one of these scripts. */
const joining =
  'Arabic Syriac Nko Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Tibetan'
    .split(' ')
    .map((script) => `\\p{scx=${script}}`)
    .join('');

const emoji = '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F]';

/** What is kept of the invisible: joiners inside emoji and words, and an emoji's look. */
const kept = [
  `(?<=${emoji})\\u200D(?=\\p{Extended_Pictographic})`,
  `(?<=[${joining}])[\\u200C\\u200D](?![\\u200C\\u200D])`,
  '(?<=[\\p{Extended_Pictographic}#*0-9])[\\uFE0E\\uFE0F](?![\\uFE00-\\uFE0F])',
].join('|');

/** Zero-width, bidi, tag and variation characters, fillers, and controls but tab and line ends. */
const invisible = '[\\p{Default_Ignorable_Code_Point}\\uFFF9-\\uFFFB]|(?![\\t\\n\\r])\\p{Cc}';

// Made when first needed: it is half of what loading this costs.
let pattern: RegExp | undefined;

/**
 * A text as a reader sees it, for prompts: what is invisible is taken out, since it can carry
 * messages that only a model reads. ZWJ and ZWNJ stay where they are spelling (inside emoji, in
 * Arabic and Indic scripts), one at a time. The stored text is never changed.
 */
export const visibleText = (text: string): string => {
  pattern ??= new RegExp(`(${kept})|${invisible}`, 'gu');
  return text.replace(pattern, (_, keep: string | undefined) => keep ?? '');
};

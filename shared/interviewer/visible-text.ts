/** A joiner is part of the spelling if the letter before it belongs to one of these scripts. */
const joining =
  'Arabic Syriac Nko Mongolian Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Khmer Myanmar Tibetan'
    .split(' ')
    .map((script) => `\\p{scx=${script}}`)
    .join('');

const emoji = '[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\uFE0F]';

/** Invisible characters that are kept: joiners inside emoji and words, and emoji variations. */
const kept = [
  `(?<=${emoji})\\u200D(?=\\p{Extended_Pictographic})`,
  `(?<=[${joining}])[\\u200C\\u200D](?![\\u200C\\u200D])`,
  '(?<=[\\p{Extended_Pictographic}#*0-9])[\\uFE0E\\uFE0F](?![\\uFE00-\\uFE0F])',
].join('|');

/** Zero-width, bidi, tag and variation characters, fillers, and controls except tab and line ends. */
const invisible = '[\\p{Default_Ignorable_Code_Point}\\uFFF9-\\uFFFB]|(?![\\t\\n\\r])\\p{Cc}';

// Created when first needed: it is half the cost of loading this module.
let pattern: RegExp | undefined;

/**
 * A text as a reader sees it, for prompts: invisible characters are removed, since they can carry
 * messages that only a model reads. ZWJ and ZWNJ stay where they are part of the spelling (inside
 * emoji, in Arabic and Indic scripts), one at a time. The stored text is never changed.
 */
export const visibleText = (text: string): string => {
  pattern ??= new RegExp(`(${kept})|${invisible}`, 'gu');
  return text.replace(pattern, (_, keep: string | undefined) => keep ?? '');
};

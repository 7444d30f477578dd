import { stemmer } from 'stemmer';
import { conceptsAt } from './concepts.ts';
import { rarity } from './frequency.ts';
import { functionWords } from './function-words.ts';

/** One word of a text as it is compared. */
export interface Word {
  /** Folded, without the punctuation around it. */
  text: string;
  stem: string;
  /** Numbers of the synonym groups that the stem belongs to. */
  concepts: readonly number[];
  /** 0 for words that say nothing of the subject, up to 1.5 for rare ones. */
  weight: number;
}

// Names with signs in them are whole words: C++, C#, .NET, Node.js, CI/CD, A/B, F#, O(n log n).
const SIGNED_NAME =
  /^(?:c\+\+|[a-z]#|\.net|[a-z0-9]+\.(?:js|ts|io|net|py|ai)|ci\/cd|a\/b|tcp\/ip|pl\/sql|i\/o|ui\/ux|24\/7|r&d|p&l|b2[bc]|o\([a-z0-9 ^*]+\))/;
const RUN = /o\([a-z0-9 ^*]+\)|[\p{L}\p{M}\p{N}.+#&/'^]+/gu;
const PLAIN = /[\p{L}\p{M}\p{N}]+(?:'[\p{L}]+)?/gu;
const NO_SPACES = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]{2,}/gu;

/** The folded words of a folded text, in order, names such as `c++` and `node.js` kept whole. */
export const splitWords = (folded: string): string[] => {
  const words: string[] = [];
  for (const [run] of folded.replaceAll(NO_SPACES, pairs).matchAll(RUN)) {
    const name = SIGNED_NAME.exec(run)?.[0];
    if (name && name.length >= run.replace(/[.,']+$/, '').length) words.push(name);
    else for (const [word] of run.matchAll(PLAIN)) words.push(word);
  }
  return words;
};

// Scripts without spaces: overlapping pairs of characters stand in for words.
const pairs = (run: string) => {
  const letters = Array.from(run);
  return ` ${letters
    .slice(1)
    .map((letter, i) => letters[i] + letter)
    .join(' ')} `;
};

const stems = new Map<string, string>();

/** Stem by Porter for plain Latin letters, by the first six letters for everything else. */
export const stemOf = (word: string, language = 'en'): string => {
  const key = language === 'en' ? word : `${language} ${word}`;
  const known = stems.get(key);
  if (known !== undefined) return known;
  const made = makeStem(word.replace(/'s?$/, ''), language);
  // A flood of invented words must not grow the table without end.
  if (stems.size < 50_000) stems.set(key, made);
  return made;
};

const makeStem = (word: string, language: string) => {
  if (language === 'en' && /^[a-z]+$/.test(word)) return stemmer(word);
  if (language === 'ar') return word.replace(/^(?:وال|بال|لل|ال)(?=..)/, '').slice(0, 5);
  if (language === 'en' || !/^[\p{L}\p{M}]+$/u.test(word)) return word;
  return word.slice(0, 6);
};

/** The words of a folded text with stem, synonym groups and weight. */
export const wordsOf = (folded: string, language = 'en'): Word[] => {
  const stops = functionWords(language);
  const texts = splitWords(folded);
  const stems = texts.map((text) => stemOf(text, language));
  return texts.map((text, i) => ({
    text,
    stem: stems[i] ?? text,
    concepts: language === 'en' ? conceptsAt(stems, i) : [],
    weight: stops.has(text) ? 0 : weigh(text, language),
  }));
};

const weigh = (word: string, language: string) => {
  if (/^\p{N}+$/u.test(word)) return 0.3;
  if (language === 'en') return rarity(word);
  // No frequencies here: longer words are rarer in every language that has words.
  return Math.min(1.2, 0.25 * Array.from(word).length - 0.25);
};

import type { Problem } from './ask.ts';
import { fold, substance, words } from './folded-text.ts';
import { isOtherLanguage } from './language-check.ts';
import { verdicts } from './verdict-words.ts';

/** A digit that is no part of a name such as S3, UTF-8 or 10x. */
const holdsNumber = (text: string): boolean =>
  text
    .split(/\s+/)
    .some((token) => /\p{Nd}/u.test(token) && !/\p{L}[-/.+]?\p{Nd}|\p{Nd}\p{L}/u.test(token));

const link = /https?:\/\/|\bwww\.|\S@\S+\.\S/i;
const markup = /<\/?[a-z!][^>]*>|```|\[[^\]]*\]\([^)]*\)/i;

/** Arabic without vowel signs and stretched letters, which may stand anywhere in a word. */
const unvowelled = (piece: string) => piece.replace(/[\u0640\u064B-\u0652]/g, '');

/** What a text for candidates has to hold to. */
export interface TextRules {
  /** Named in the problem, as the model knows it. */
  field: string;
  language: string;
  /** Letters at the most. */
  max: number;
  /** Whether the language is looked at. */
  check_language: boolean;
  /** Texts whose wording must not come out, and texts in which that wording is known already. */
  secrets?: readonly string[];
  known?: readonly string[];
}

/** What is wrong with a text for candidates: numbers, grading, links, markup, rubric, language. */
export const problemsOfText = (text: string, rules: TextRules): Problem[] => {
  const { field, language, max, secrets = [], known = [] } = rules;
  const tongue = new Intl.Locale(language).language;
  const plain = fold(text, unvowelled).text;
  const graded = [verdicts.en, verdicts[tongue]].some((pattern) => pattern?.test(plain));
  const wrong: [boolean, string, string][] = [
    [text.trim() === '', 'empty_text', 'is empty.'],
    [text.length > max, 'long_text', `is longer than ${max} letters.`],
    [holdsNumber(text), 'number_in_text', 'holds a number. Write it without any digits.'],
    [
      graded,
      'verdict_in_text',
      'speaks of a level, score, grade or decision, or could be taken so. Leave that out.',
    ],
    [link.test(text), 'link_in_text', 'holds a link or an address.'],
    [markup.test(text), 'markup_in_text', 'holds markup. Write plain text.'],
    [
      rules.check_language && isOtherLanguage(text, language),
      'other_language',
      `is not in the language ${language}.`,
    ],
    [
      tellsSecret(text, secrets, known),
      'rubric_in_text',
      'gives wording of the rubric away. Say it in other words, and less exactly.',
    ],
  ];
  return wrong
    .filter(([is]) => is)
    .map(([, code, what]) => ({ code, message: `"${field}" ${what}` }));
};

/** Words in a row that nobody shares with a rubric by chance. */
const tellingRun = 6;
/** A phrase of the rubric told whole counts from this many words, if one of them is a long one. */
const wholePhrase = 4;
const longWord = 5;

/**
 * Whether a text gives wording of the rubric away: one of the phrases whole, or six words of it in a
 * row, where that wording is not known already.
 *
 * @param whole words from which a phrase counts that is told whole
 */
export const tellsSecret = (
  text: string,
  secrets: readonly string[],
  known: readonly string[],
  whole = wholePhrase,
): boolean => {
  const said = padded(text);
  const heard = known.map(padded);
  const isTold = (run: readonly string[]) => {
    const phrase = ` ${run.join(' ')} `;
    return said.includes(phrase) && !heard.some((one) => one.includes(phrase));
  };
  return secrets.map(words).some((secret) => {
    if (secret.length < tellingRun) {
      return secret.length >= whole && secret.some(isLong) && isTold(secret);
    }
    for (let i = 0; i + tellingRun <= secret.length; i++) {
      if (isTold(secret.slice(i, i + tellingRun))) return true;
    }
    return false;
  });
};

const isLong = (word: string) => substance(word) >= longWord;

/** The words of a text with a space around each, so that a phrase is found whole by `includes`. */
export const padded = (text: string) => ` ${words(text).join(' ')} `;

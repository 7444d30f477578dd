import type { Problem } from './check-reply.ts';
import { fold, padded, runsOf, substance, words } from './folded-text.ts';
import { holdsContact } from './identity.ts';
import { isOtherLanguage } from './language-check.ts';
import { saysInstructions } from './said-back.ts';
import type { Task } from './task.ts';
import { verdicts } from './verdict-words.ts';

/** Whether a text has a digit that is not part of a name such as S3, UTF-8 or 10x. */
const holdsNumber = (text: string): boolean =>
  text
    .split(/\s+/)
    .some((token) => /\p{Nd}/u.test(token) && !/\p{L}[-/.+]?\p{Nd}|\p{Nd}\p{L}/u.test(token));

// With its lengths bounded, so that the time grows no faster than the text.
const markdownLink = /\[[^\]]{0,200}\]\([^)]{0,200}\)/;

/** Whether a text for candidates holds markup. */
export const isMarkup = (text: string): boolean => {
  // One pattern for a whole tag would search to the end again from each `<`.
  const tag = text.search(/<\/?[a-z!]/i);
  return (tag >= 0 && text.includes('>', tag)) || text.includes('```');
};

/** Arabic without vowel signs and letter stretching, which may appear anywhere in a word. */
const unvowelled = (piece: string) => piece.replace(/[\u0640\u064B-\u0652]/g, '');

/** The rules for a text that candidates read. */
interface TextRules {
  /** The field's name in a problem, as the model knows it. */
  field: string;
  language: string;
  /** Maximum length in UTF-16 units. */
  max: number;
  /** The task whose output it is: its instructions are not repeated. */
  task: Task<unknown>;
  /** Whether the language is checked. */
  check_language: boolean;
  /** Texts whose wording must not be revealed, and texts in which that wording is already known. */
  secrets?: readonly string[];
  known?: readonly string[];
}

/** The problems of a text for candidates: numbers, grading, links, markup, rubric, language. */
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
    [holdsContact(text), 'link_in_text', 'holds a link or an address.'],
    [
      isMarkup(text) || markdownLink.test(text),
      'markup_in_text',
      'holds markup. Write plain text.',
    ],
    [
      rules.check_language && isOtherLanguage(text, language),
      'other_language',
      `is not in the language ${language}.`,
    ],
    [
      saysInstructions(rules.task, text),
      'instructions_in_text',
      'repeats your instructions instead of following them.',
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

/** Words in a row that no text shares with a rubric by chance. */
const tellingRun = 6;
/** A whole phrase of the rubric counts from this many words on, if one of them is a long one. */
const wholePhrase = 4;
const longWord = 5;

/**
 * Whether a text gives away wording of the rubric: a whole phrase, or six words of one in a row,
 * unless that wording is already known.
 *
 * @param whole the number of words from which a whole phrase counts
 */
export const tellsSecret = (
  text: string,
  secrets: readonly string[],
  known: readonly string[],
  whole = wholePhrase,
): boolean => {
  const written = padded(text);
  const familiar = known.map(padded);
  const isTold = (run: string) => {
    const phrase = ` ${run} `;
    return written.includes(phrase) && !familiar.some((one) => one.includes(phrase));
  };
  return secrets.map(words).some((secret) => {
    if (secret.length < tellingRun) {
      return secret.length >= whole && secret.some(isLong) && isTold(secret.join(' '));
    }
    return runsOf(secret, tellingRun).some(isTold);
  });
};

const isLong = (word: string) => substance(word) >= longWord;

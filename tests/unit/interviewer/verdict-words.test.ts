import { describe, expect, test } from 'vitest';
import { problemsOfText } from '../../../shared/interviewer/candidate-text.ts';
import { assessAnswerTask } from '../../../shared/interviewer/prompts/assess-answer.ts';
import { verdictWords } from '../../../shared/interviewer/verdict-words.ts';
import { harmlessSentences, verdictSentences } from './verdict-sentences.ts';

const isRefused = (text: string, language: string) =>
  problemsOfText(text, {
    task: assessAnswerTask,
    field: 'tip',
    language,
    max: 700,
    check_language: false,
  }).some(({ code }) => code === 'verdict_in_text');

const listed = Object.entries(verdictWords).flatMap(([language, words]) =>
  words.map((word) => [language, word.replace('*', '')] as const),
);
/** Languages whose words are found inside others too. */
const joining = ['hi', 'ar'];

const places: readonly (readonly [place: string, put: (word: string) => string])[] = [
  ['alone', (word) => word],
  ['at the start', (word) => `${word} zzz zzz`],
  ['at the end', (word) => `zzz zzz ${word}`],
  ['before a full stop', (word) => `zzz ${word}.`],
  ['between commas', (word) => `zzz,${word},zzz`],
  ['in brackets', (word) => `(${word})`],
  ['in quotation marks', (word) => `«${word}» “${word}”`],
  ['after an apostrophe', (word) => `l’${word}`],
  ['between dashes', (word) => `zzz–${word}–zzz`],
  ['on a line of its own', (word) => `zzz\n${word}\nzzz`],
  ['decomposed', (word) => `zzz ${word} zzz`.normalize('NFD')],
  ['with a hyphen that is not seen', (word) => `zzz ${word[0]}\u00AD${word.slice(1)} zzz`],
];

describe.each(places)('a word of grading %s', (_, put) => {
  test.each(listed)('is refused in %s: %s', (language, word) => {
    expect(isRefused(put(word), language)).toBe(true);
  });
});

test.each(listed.filter(([, word]) => !/\p{Lu}/u.test(word)))(
  'a word of grading in capital letters is refused in %s: %s',
  (language, word) => {
    expect(isRefused(word.toUpperCase(), language)).toBe(true);
  },
);

const inside: readonly (readonly [what: string, put: (word: string) => string])[] = [
  ['a letter before it', (word) => `x${word}`],
  ['a letter with a mark before it', (word) => `é${word}`],
  ['such a letter before it, decomposed', (word) => `é${word}`.normalize('NFD')],
  ['a letter of another script before it', (word) => `ж${word}`],
  ['a letter after it', (word) => `${word}x`],
  ['a letter with a mark after it', (word) => `${word}é`],
  ['a mark on its last letter', (word) => `${word}\u0323`],
];

describe.each(inside)('a longer word, with %s,', (_, put) => {
  const whole = Object.entries(verdictWords)
    .filter(([language]) => !joining.includes(language))
    .flatMap(([language, words]) => words.map((word) => [language, word] as const))
    .filter(([, word]) => !word.endsWith('*'));

  test.each(whole)('is not refused in %s: %s', (language, word) => {
    expect(isRefused(put(word), language)).toBe(false);
  });
});

test.each([
  ['hi', 'उपअंकों'],
  ['ar', 'وبالدرجات'],
])('in %s a word of grading is found inside another: %s', (language, word) => {
  expect(isRefused(word, language)).toBe(true);
});

test('an English word of grading is refused in every language', () => {
  const refused = ['de', 'hi', 'ja', 'pt-BR'].map((language) => isRefused('Score: ok', language));

  expect(refused).toEqual([true, true, true, true]);
});

describe.each(Object.entries(verdictSentences))('in %s', (language, sentences) => {
  test.each(sentences)('a sentence is refused: %s', (sentence) => {
    const refused = (['NFC', 'NFD'] as const).map((form) =>
      isRefused(sentence.normalize(form), language),
    );

    expect(refused).toEqual([true, true]);
  });

  test('every listed word is in one of the sentences', () => {
    const all = sentences.join('\n').toLowerCase().replaceAll('’', "'");

    const left = listed.filter(
      ([of, word]) => of === language && !all.includes(word.toLowerCase()),
    );

    expect(left).toEqual([]);
  });
});

test.each(harmlessSentences)('a candidate may read in %s: %s', (language, sentence) => {
  const refused = (['NFC', 'NFD'] as const).map((form) =>
    isRefused(sentence.normalize(form), language),
  );

  expect(refused).toEqual([false, false]);
});

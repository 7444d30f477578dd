import { expect, test } from 'vitest';
import { isOtherLanguage, smallWords } from '../../../shared/interviewer/language-check.ts';

const all = Object.entries(smallWords).flatMap(([tag, words]) =>
  [...words].map((word) => [tag, word] as const),
);
/** A language that does not have the word. */
const without = (word: string) =>
  Object.keys(smallWords).find((tag) => !smallWords[tag]?.has(word)) ?? '';

const sentence = (word: string) => `${word} xyz, xyz ${word}. “${word}” xyz xyz (xyz) xyz`;

test.each(all)(
  'a text full of the %s word %s is not in a language without that word',
  (_, word) => {
    const forms = [sentence(word), sentence(word).normalize('NFD'), sentence(word).toUpperCase()];

    const is = forms.map((text) => isOtherLanguage(text, without(word)));

    expect(is).toEqual([true, true, true]);
  },
);

test.each(all)(
  'a text with the %s word %s is in that language, whatever else it contains',
  (tag, word) => {
    const other = Object.keys(smallWords).filter((one) => one !== tag);
    const foreign = [...(smallWords[other[0] ?? ''] ?? [])].slice(0, 8).join(' ');

    expect(isOtherLanguage(`${foreign} ${word}`, tag)).toBe(false);
  },
);

test('a Spanish "está" is not taken for a French "est"', () => {
  const text = 'está listo, está claro, está bien, estás acá, él está así';

  expect(isOtherLanguage(text, 'es')).toBe(false);
});

test.each([
  ['es', '¿Qué harías? ¿Qué medirías? ¿Qué cambiarías, y qué dejarías igual?'],
  ['pt', 'Você mediria? Você mudaria? Você deixaria? Diga quando você agiria.'],
])('a text in %s is recognised by words that end in a letter with a mark', (tag, text) => {
  expect([isOtherLanguage(text, tag), isOtherLanguage(text, 'en')]).toEqual([false, true]);
});

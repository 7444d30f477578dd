/** Letters of other scripts that look like Latin ones, as used to slip a word past a reader. */
const LOOKALIKES: Record<string, string> = {
  а: 'a',
  в: 'b',
  с: 'c',
  е: 'e',
  һ: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  ӏ: 'l',
  м: 'm',
  н: 'h',
  о: 'o',
  р: 'p',
  ѕ: 's',
  т: 't',
  у: 'y',
  х: 'x',
  ԁ: 'd',
  ԛ: 'q',
  ԝ: 'w',
  ɡ: 'g',
  ɩ: 'i',
  ո: 'n',
  α: 'a',
  β: 'b',
  ε: 'e',
  η: 'n',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
  γ: 'y',
  ω: 'w',
  ѵ: 'v',
  ց: 'g',
  օ: 'o',
  ս: 'u',
  ı: 'i',
  ſ: 's',
};

// Zero-width, bidi control, variation selector, soft hyphen and tag characters.
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const MIXED_WORD = /\p{L}+/gu;

const unmask = (word: string) => {
  const hasLatin = /[a-z]/.test(word);
  if (/^[a-z]*$/.test(word)) return word;
  const plain = Array.from(word, (letter) => LOOKALIKES[letter] ?? letter).join('');
  // A word that becomes plain Latin whole is a disguise only beside real Latin letters.
  return hasLatin && /^[a-z\u00c0-\u024f]+$/.test(plain) ? plain : word;
};

/**
 * A copy of a text for comparing: lower case, compatibility forms and look-alike letters made
 * plain, invisible characters gone, typographic quotes straight. Never shown, never quoted.
 */
export const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(/[\u2018\u2019\u02bc\u2032`\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb\u2033]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(MIXED_WORD, unmask);

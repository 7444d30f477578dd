/** A text in a comparable spelling, with a mapping back to the original. */
export interface FoldedText {
  text: string;
  /** For each UTF-16 unit of `text`, where its piece of the original starts. */
  starts: number[];
  /** For each UTF-16 unit of `text`, where its piece of the original ends. */
  ends: number[];
}

/** A stretch of the original, in UTF-16 units. */
export interface Span {
  start: number;
  end: number;
}

// All that NFKC composes with the character before it: Hangul jamo, marks, and letters like marks.
const jamo = String.raw`\u1100-\u11FF\u3131-\u318E\uA960-\uA97C\uD7B0-\uD7FB\uFFA1-\uFFDC`;
const mark = String.raw`\p{M}\uFF9E\uFF9F\u{16D67}\u{16D68}`;

/** A syllable's jamo compose across letters; otherwise a letter with its marks is one piece. */
const pieces = new RegExp(
  String.raw`[\uAC00-\uD7A3]?[${jamo}]+|\r\n|[^${mark}\p{DI}](?:[${mark}\p{DI}]*[${mark}])?|[${mark}]+|\p{DI}+`,
  'gu',
);

/** More marks than on any letter: to bring a run into order takes its square in time (UAX 15, Stream-Safe). */
const surplus = /(?<=\p{M}{30})\p{M}+/gu;

/** A text in its composed form (NFC), in a time that grows with its length. */
export const composed = (text: string): string => text.replace(surplus, '').normalize('NFC');

const ignorable = /\p{Default_Ignorable_Code_Point}|(?!\s)\p{Cc}/gu;

const spellings: readonly (readonly [RegExp, string])[] = [
  [/[\u2018-\u201B\u2032\u2035\u0060\u02BC\u02B9]/g, "'"],
  [/[\u201C-\u201F\u2033\u2036\u00AB\u00BB\u2039\u203A\u300C-\u300F]/g, '"'],
  [/[\p{Pd}\u2212\u2043]/gu, '-'],
  [/\s+/gu, ' '],
];

/** The plain spelling of one piece: NFKC, one kind of quotes, dashes and spaces, nothing invisible. */
const plain = (piece: string): string =>
  spellings.reduce(
    (text, [pattern, spelling]) => text.replace(pattern, spelling),
    piece
      .replace(ignorable, '')
      .replace(surplus, '')
      .replace(/[\u00B4\u02BC]/g, "'")
      .normalize('NFKC')
      // The acute accent on its own, as NFKC spells it.
      .replace(/ \u0301/g, "'"),
  );

/**
 * Folds a text piece by piece: Unicode form, typographic quotes, dashes and white space no longer
 * matter, invisible characters are gone, runs of white space are one space. Case matters unless the
 * pieces are respelled.
 *
 * @param respell a further spelling for each piece, such as {@link caseless}
 * @param keep_lines whether runs of white space that contain a line end become a line end
 */
export const fold = (
  text: string,
  respell: (piece: string) => string = (piece) => piece,
  keep_lines = false,
): FoldedText => {
  // A text has few different pieces, and each is spelled once.
  const known = new Map<string, string[]>();
  const spell = (piece: string): string[] => {
    const spelled = isAscii(piece) ? piece.replace(/\s+/, ' ') : plain(piece);
    const made = respell(spelled).split('');
    known.set(piece, made);
    return made;
  };
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const { 0: piece, index } of text.matchAll(pieces)) {
    const end = index + piece.length;
    const spelled = known.get(piece) ?? spell(piece);
    const last = units.length - 1;
    const isBlank = spelled.length === 1 && spelled[0] === ' ';
    const endsLine = keep_lines && isBlank && /[\n\r\u2028\u2029]/.test(piece);
    if (isBlank && (units[last] === ' ' || units[last] === '\n')) {
      ends[last] = end;
      if (endsLine) units[last] = '\n';
      continue;
    }
    for (const unit of endsLine ? ['\n'] : spelled) {
      units.push(unit);
      starts.push(index);
      ends.push(end);
    }
  }
  return { text: units.join(''), starts, ends };
};

/** A piece without its case: `ß` is `ss`, final sigma is sigma, and Turkish has one i for all four. */
export const caseless = (piece: string): string =>
  piece.toUpperCase().toLowerCase().replace('i\u0307', 'i');

const isAscii = (piece: string) => /^[\n\r\t\x20-\x5F\x61-\x7E]+$/.test(piece);

/** The stretch of the original behind `[from, to)` of the folded text; it must not be empty. */
export const original = ({ starts, ends }: FoldedText, from: number, to: number): Span => ({
  start: starts[from] ?? 0,
  end: ends[to - 1] ?? starts[from] ?? 0,
});

const spaceless =
  /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Thai}|\p{Script=Lao}|\p{Script=Khmer}|\p{Script=Myanmar}/u;

const word = /[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text for comparison, in lower case; in scripts without spaces, its letters. */
export const words = (text: string): string[] =>
  (fold(text, (piece) => piece.toLowerCase()).text.match(word) ?? []).flatMap((run) =>
    spaceless.test(run) ? [...run] : [run],
  );

/** The words of a text with a space around each, so that a phrase is found whole by `includes`. */
export const padded = (text: string) => ` ${words(text).join(' ')} `;

/** All runs of so many words in a row. */
export const runsOf = (said: readonly string[], length: number): string[] =>
  said.slice(length - 1).map((_, n) => said.slice(n, n + length).join(' '));

/** Of a text, given as all its own runs of so many words, how many words are in one of these runs. */
export const wordsInRuns = (
  own: readonly string[],
  runs: ReadonlySet<string>,
  length: number,
): number => {
  const found = new Set<number>();
  for (const [at, one] of own.entries()) {
    if (runs.has(one)) for (let k = at; k < at + length; k++) found.add(k);
  }
  return found.size;
};

/** How many letters and digits a text has; one of a script without spaces counts as three. */
export const substance = (text: string): number =>
  [...text].reduce((sum, letter) => {
    if (spaceless.test(letter)) return sum + 3;
    return /[\p{L}\p{N}]/u.test(letter) ? sum + 1 : sum;
  }, 0);

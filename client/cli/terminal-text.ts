/** What a person sees as one character; some hold thousands of code points. */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const mostMarks = 8;

/** Not drawn, and not part of an emoji or of a word of Persian or Hindi. */
const unseen = /(?!\u200c|\u200d|\ufe0e|\ufe0f)[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
const wide =
  /^(?:\p{Emoji_Presentation}|\p{RI}|[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{1f000}-\u{1faff}\u{20000}-\u{3fffd}])|\ufe0f/u;

const widthOf = (character: string) => (wide.test(character) ? 2 : 1);

const pictured = (control: string) => {
  const code = control.charCodeAt(0);
  if (code === 0x7f) return '\u2421';
  return code < 0x20 ? String.fromCharCode(0x2400 + code) : '\ufffd';
};

/**
 * Text of others on one line that a terminal can only show: line ends are blanks, control characters
 * are pictures of themselves, and what is not drawn or turns the direction is gone.
 */
export const plain = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(/\p{Cc}/gu, pictured)
    .replace(unseen, '');

/** The first characters of a text that fit into a width, with a sign where some are missing. */
export const cut = (text: string, width: number): string => {
  // No more than could be shown: 20,000 emoji are not taken apart for a cell.
  const seen = text.slice(0, width * 40);
  let [kept, shorter, used] = ['', '', 0];
  for (const { segment } of segmenter.segment(seen)) {
    const character = [...segment].slice(0, mostMarks).join('');
    used += widthOf(character);
    if (used > width) return `${shorter}…`;
    kept += character;
    if (used < width) shorter = kept;
  }
  return seen.length < text.length ? `${shorter}…` : kept;
};

const shownWidth = (text: string): number =>
  [...segmenter.segment(text)].reduce((sum, { segment }) => sum + widthOf(segment), 0);

/** No cell is wider, so that one name does not push the rest out of sight. */
const widest = 40;

/**
 * Rows under a header, as columns of a terminal.
 * @param width of the terminal; lines that are longer are cut. Null where there is no terminal
 */
export const table = (
  header: readonly string[],
  rows: readonly (readonly string[])[],
  width: number | null,
): string => {
  const cells = [header, ...rows].map((row) =>
    row.map((cell) => (width ? cut(plain(cell), widest) : plain(cell))),
  );
  const widths = header.map((_, at) => Math.max(...cells.map((row) => shownWidth(row[at] ?? ''))));
  const padded = (cell: string, at: number) =>
    cell + ' '.repeat(Math.max(0, (widths[at] ?? 0) - shownWidth(cell)));
  return cells
    .map((row) => row.map(padded).join('  ').trimEnd())
    .map((line) => (width ? cut(line, width) : line))
    .join('\n');
};

/** JSON for a program, of which a terminal obeys nothing either: exact, with such signs escaped. */
export const jsonText = (value: unknown, indent?: number): string =>
  JSON.stringify(value, null, indent).replace(/[\u007f-\u009f\p{Cf}\u2028\u2029]/gu, (sign) =>
    [...Array(sign.length).keys()]
      .map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`)
      .join(''),
  );

import papa from 'papaparse';

/** A cell without the `'` that a file of ours puts before what looks like a formula. */
export const asWritten = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell;

/** Papa's own pattern lets through a formula of two lines, one after blanks, and full-width signs. */
const formula = /^\s*[=+\-@＝＋－＠\t\r\n]/;

/** Characters that turn the direction of what follows: a name must not read as another. */
const turning = /[\u202A-\u202E\u2066-\u2069]/g;

const cellOf = (value: string | number | null | undefined) =>
  typeof value === 'string' ? value.replace(turning, '') : (value ?? '');

/**
 * Rows as a CSV text with a header, and the mark without which Excel takes UTF-8 for something else. A cell that a spreadsheet would take for a formula gets a `'`
 * before it, and none turns the direction of writing: what candidates and models write is not ours.
 */
export const csvOf = <Column extends string>(
  columns: readonly Column[],
  rows: readonly Partial<Record<Column, string | number | null>>[],
): string =>
  `\uFEFF${papa.unparse(
    { fields: [...columns], data: rows.map((row) => columns.map((column) => cellOf(row[column]))) },
    { escapeFormulae: formula },
  )}\r\n`;

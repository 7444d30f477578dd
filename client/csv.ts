import papa from 'papaparse';

/** Papa's own pattern lets through a formula of two lines, one after blanks, and full-width signs. */
const formula = /^\s*[=+\-@＝＋－＠\t\r\n]/;

/**
 * Rows as a CSV text with a header. A cell that a spreadsheet would take for a formula gets a `'`
 * before it: what candidates and models write is not ours.
 */
export const csvOf = <Column extends string>(
  columns: readonly Column[],
  rows: readonly Partial<Record<Column, string | number | null>>[],
): string =>
  `${papa.unparse(
    { fields: [...columns], data: rows.map((row) => columns.map((column) => row[column] ?? '')) },
    { escapeFormulae: formula },
  )}\r\n`;

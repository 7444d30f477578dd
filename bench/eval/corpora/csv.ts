/** Rows of a CSV text (RFC 4180: quoted fields may contain commas, line ends and doubled quotes). */
export const parseCsv = (text: string): Record<string, string>[] => {
  const [header, ...rows] = readFields(text.replace(/^\uFEFF/, ''));
  if (!header) return [];
  return rows.map((fields) => Object.fromEntries(header.map((name, i) => [name, fields[i] ?? ''])));
};

const readFields = (text: string): string[][] => {
  // One field, and what ends it: a comma, a line end, or the end of the text.
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/y;
  const rows: string[][] = [];
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (!match) throw new SyntaxError(`Broken CSV at character ${at}`);
    const [, quoted, plain, end] = match;
    row.push(quoted === undefined ? (plain ?? '') : quoted.replaceAll('""', '"'));
    if (end === ',') {
      if (field.lastIndex === text.length) row.push('');
      else continue;
    }
    rows.push(row);
    row = [];
  }
  return row.length ? [...rows, row] : rows;
};

import papa, { type ParseStepResult } from 'papaparse';
import { normalisedEmail } from '../shared/domain/email-address.ts';
import { withCommas } from '../shared/domain/plain-text.ts';
import { asWritten } from './csv.ts';
import { type Column, columnOf, type Remark, type Values } from './people-columns.ts';
import { type Checked, type CheckOptions, personCheck } from './person-check.ts';

/** One row of a file. */
export interface Person extends Checked {
  /** From 1, the header and empty lines not counted. */
  row: number;
  /** Where it begins in the file, from 1. */
  line: number;
  values: Values;
  /** The first row with the same e-mail address; null where there is none. Worth a warning. */
  repeats: number | null;
}

export interface People {
  people: Person[];
  /** Those that the file has, in its order. */
  columns: Column[];
  /** Headers that mean nothing here; their cells are left out. */
  unknown_columns: string[];
  /** Why the file cannot be used, in a sentence; null where its rows could be read. */
  problem: string | null;
}

const mostRows = 100_000;

/** By its first two bytes: spreadsheets write UTF-16 with a mark. */
const encodingOf = ([first, second]: Uint8Array): string => {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
};

const decoded = (bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

interface Line {
  line: number;
  cells: string[];
  errors: ParseStepResult<string[]>['errors'];
}

/** The lines of a file that are not empty, and where each begins; one more than is allowed at most. */
const linesOf = (text: string, delimiter: string): Line[] => {
  const lines: Line[] = [];
  let [line, from] = [1, 0];
  papa.parse<string[]>(text, {
    delimiter,
    newline: '\n',
    step: ({ data, meta, errors }, parser) => {
      if (data.some((cell) => cell.trim() !== '')) lines.push({ line, cells: data, errors });
      line += text.slice(from, meta.cursor).split('\n').length - 1;
      from = meta.cursor;
      if (lines.length > mostRows + 1) parser.abort();
    },
  });
  return lines;
};

/** That by which the first line names most columns; a comma where it names none. */
const delimiterOf = (text: string): string => {
  const [first = ''] = text.trimStart().split('\n', 1);
  const known = (delimiter: string) =>
    (papa.parse<string[]>(first, { delimiter }).data[0] ?? []).filter(columnOf).length;
  return [',', ';', '\t'].reduce((best, next) => (known(next) > known(best) ? next : best));
};

const problemWith = (lines: Line[], columns: Column[]): string | null => {
  const missing = (['candidate_name', 'candidate_email'] as const).filter(
    (column) => !columns.includes(column),
  );
  const twice = columns.find((column, at) => columns.indexOf(column) < at);
  if (lines.length === 0) return 'The file is empty';
  if (missing.length > 0) {
    return `The first line must name the columns, and ${missing.join(' and ')} is not among them`;
  }
  if (twice) return `Two columns are ${twice}`;
  if (lines.length === 1) return 'The file has a header and no rows';
  if (lines.length > mostRows + 1) return `The file has more than ${withCommas(mostRows)} rows`;
  return null;
};

const brokenRow = ({ cells, errors }: Line, width: number): Remark[] => {
  if (errors.some(({ type }) => type === 'Quotes')) {
    return [{ column: null, message: 'A quotation mark is not closed, or text stands beside it' }];
  }
  const message = 'The row has more cells than the header; put quotation marks around a comma';
  return cells.slice(width).some((cell) => cell.trim()) ? [{ column: null, message }] : [];
};

/** The same people, each with the first row that has its e-mail address. To be called again after an edit. */
export const markRepeats = (people: readonly Person[]): Person[] => {
  const seen = new Map<string, number>();
  return people.map((person) => {
    const address = normalisedEmail(person.values.candidate_email ?? '');
    const first = address ? (seen.get(address) ?? null) : null;
    if (address && first === null) seen.set(address, person.row);
    return { ...person, repeats: first };
  });
};

/**
 * Reads and checks a file of people: CSV with commas, semicolons or tabs and a header.
 * @param file its bytes, in UTF-8 or UTF-16 with a mark, or its text
 */
export const readPeople = (file: Uint8Array | string, options: CheckOptions): People => {
  const nothing = { people: [], columns: [], unknown_columns: [] };
  const whole = typeof file === 'string' ? file : decoded(file);
  if (whole === null || whole.includes('\0')) {
    const problem = 'The file is not text in UTF-8; save it from the spreadsheet as "CSV UTF-8"';
    return { ...nothing, problem };
  }
  const text = whole.replace(/^\ufeff/, '').replace(/\r\n?/g, '\n');
  const lines = linesOf(text, delimiterOf(text));
  const header = lines[0]?.cells ?? [];
  const meant = header.map(columnOf);
  const columns = meant.filter((column) => column !== null);
  const unknown_columns = header.filter((name, at) => name.trim() && !meant[at]);
  const problem = problemWith(lines, columns);
  if (problem) return { ...nothing, columns, unknown_columns, problem };
  const check = personCheck(options);
  const people = lines.slice(1).map((found, at) => {
    const cells = meant.map(
      (column, cell) => [column, asWritten(found.cells[cell] ?? '')] as const,
    );
    const values: Values = Object.fromEntries(cells.filter(([column]) => column));
    const broken = brokenRow(found, header.length);
    const checked: Checked = broken.length
      ? { interview: null, problems: broken, warnings: [] }
      : check(values);
    return { row: at + 1, line: found.line, values, repeats: null, ...checked };
  });
  return { people: markRepeats(people), columns, unknown_columns, problem: null };
};

import type { Column, Remark, Values } from '../../../../client/people-columns.ts';
import { markRepeats, type People, type Person } from '../../../../client/people-csv.ts';
import { type Checked, type CheckOptions, personCheck } from '../../../../client/person-check.ts';
import type { Clocks } from './window.ts';

/** What holds for every row that does not say otherwise. */
export interface ForAll extends Clocks {
  kit_id: string;
  /** Whether their links are made at once. */
  links: boolean;
}

/** A row of the file as it is now. */
export interface ImportRow {
  row: number;
  line: number;
  values: Values;
  /** What no change of a cell mends: the row as a whole is not what it should be. */
  torn: Remark[];
  /** What was changed here. */
  touched: Column[];
  isLeftOut: boolean;
}

/** The rows of a file that was read. */
export const rowsOf = ({ people }: People): ImportRow[] =>
  people.map(({ row, line, values, problems }) => ({
    row,
    line,
    values,
    torn: problems.filter(({ column }) => column === null),
    touched: [],
    isLeftOut: false,
  }));

/** A row with other cells. */
export const changed = (row: ImportRow, cells: Values): ImportRow => {
  const columns = Object.keys(cells) as Column[];
  return {
    ...row,
    values: { ...row.values, ...cells },
    touched: [...new Set([...row.touched, ...columns])],
  };
};

/** The cells of a row with those that hold for all in the place of empty ones. */
const completed = (values: Values, { kit_id, starts, ends }: ForAll): Values => {
  const isEmpty = (column: Column) => !values[column]?.trim();
  const hasNoJob = isEmpty('kit_id') && isEmpty('job_title') && isEmpty('job_description');
  // An end of all for a start of its own would be a window that nobody meant.
  const hasNoTime = isEmpty('starts_at') && isEmpty('ends_at');
  return {
    ...values,
    ...(hasNoJob && { kit_id }),
    ...(hasNoTime && { starts_at: starts, ends_at: ends }),
  };
};

/** What checks rows; a row that is as it was is not checked again. */
export const rowCheck = (forAll: ForAll, options: CheckOptions) => {
  const check = personCheck(options);
  const known = new WeakMap<ImportRow, Checked>();
  const checkRow = (row: ImportRow): Checked => {
    if (row.torn.length > 0) return { interview: null, problems: row.torn, warnings: [] };
    const kept = known.get(row);
    if (kept) return kept;
    const checked = check(completed(row.values, forAll));
    known.set(row, checked);
    return checked;
  };
  return (rows: readonly ImportRow[]): CheckedRow[] => {
    const people = rows.map((row) => ({ ...row, repeats: null, ...checkRow(row) }));
    const kept = people.filter(({ isLeftOut }) => !isLeftOut);
    const repeats = new Map(markRepeats(kept).map((person) => [person.row, person.repeats]));
    return people.map((person) => ({ ...person, repeats: repeats.get(person.row) ?? null }));
  };
};

/** A row with what is to be made of it. */
export type CheckedRow = ImportRow & Person;

export type Tab = 'all' | 'fix' | 'ready' | 'out';

const isWrong = ({ isLeftOut, interview }: CheckedRow) => !isLeftOut && interview === null;

/** The rows of each tab. One that was mended stays among those to fix: it may be changed still. */
export const rowsByTab = (rows: readonly CheckedRow[]): Record<Tab, CheckedRow[]> => ({
  all: [...rows],
  fix: rows.filter((row) => isWrong(row) || (!row.isLeftOut && row.touched.length > 0)),
  ready: rows.filter((row) => !row.isLeftOut && row.interview !== null),
  out: rows.filter(({ isLeftOut }) => isLeftOut),
});

/** Those that cannot be created as they are. */
export const wrongRows = (rows: readonly CheckedRow[]): CheckedRow[] => rows.filter(isWrong);

/** The columns of a row that can be changed: those with a problem, and those that were changed. */
export const openColumns = ({ problems, touched }: CheckedRow): Set<Column> =>
  new Set([...touched, ...problems.flatMap(({ column }) => column ?? [])]);

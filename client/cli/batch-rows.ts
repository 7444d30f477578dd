import { csvOf } from '../csv.ts';
import type { Column } from '../people-columns.ts';
import type { People, Person } from '../people-csv.ts';
import type { Ready, Row } from './batch-chunks.ts';
import { cut, plain } from './terminal-text.ts';

/** What is wrong with a file, row by row, and what is only worth a look. */
export const remarksOn = ({ people, unknown_columns }: People): string[] => [
  ...unknown_columns.map((name) => `Note: the column ${plain(name)} means nothing here`),
  ...people.flatMap(({ row, line, problems, warnings, repeats, values }) => {
    const where = `row ${row} (line ${line}), ${cut(plain(values.candidate_name ?? ''), 40)}`;
    return [
      ...problems.map(({ message }) => `Wrong: ${where}: ${plain(message)}`),
      ...warnings.map(({ message }) => `Note: ${where}: ${plain(message)}`),
      ...(repeats ? [`Note: ${where}: has the e-mail address of row ${repeats}`] : []),
    ];
  }),
];

/** What became of a person, for a file of links. */
export interface Outcome {
  row: number;
  line: number;
  candidate_name: string;
  candidate_email: string;
  interview_id: string;
  public_interview_url: string;
  expires_at: string;
  error: string;
  /** What was asked for, to be known again. */
  checksum: string;
}

export const outcomeColumns = [
  'row',
  'line',
  'candidate_name',
  'candidate_email',
  'interview_id',
  'public_interview_url',
  'expires_at',
  'error',
  'checksum',
] as const satisfies readonly (keyof Outcome)[];

const errorIn = ({ error, issues = [] }: NonNullable<Row['error']>): string =>
  [error, ...issues.map(({ path, message }) => `${path} ${message}`)].join('; ');

/** Whom a row is about, and where it is. */
export const whoOf = ({ row, line, interview: { candidate_name, candidate_email } }: Ready) => ({
  row,
  line,
  candidate_name,
  candidate_email,
});

export const outcomeOf = (person: Ready, made: Row | undefined, checksum: string): Outcome => ({
  ...whoOf(person),
  interview_id: made?.interview?.interview_id ?? '',
  public_interview_url: made?.link?.public_interview_url ?? '',
  expires_at: made?.link?.expires_at ?? '',
  error: made?.error ? errorIn(made.error) : '',
  checksum,
});

/** The links as a CSV file. */
export const linksCsv = (outcomes: readonly Outcome[]): string =>
  csvOf(
    outcomeColumns,
    outcomes.map((outcome) => ({ ...outcome })),
  );

/** Rows as they were written, to be mended in a file of their own. */
export const rowsCsv = ({ columns }: People, people: readonly Person[]): string =>
  csvOf<Column>(
    columns,
    people.map(({ values }) => values),
  );

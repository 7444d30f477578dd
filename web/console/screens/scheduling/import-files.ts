import { csvOf } from '../../../../client/csv.ts';
import { allColumns, type Column } from '../../../../client/people-columns.ts';
import type { Outcome, Plan } from './batches.ts';
import type { ImportRow } from './import-rows.ts';

/** A file to begin with: the columns that most need, and a row as an example. */
export const templateFile = (now: Date): string => {
  const day = (days: number) =>
    new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);
  return csvOf(
    ['candidate_name', 'candidate_email', 'kit_id', 'starts_at', 'ends_at'],
    [
      {
        candidate_name: 'Alex Morgan',
        candidate_email: 'alex.morgan@example.com',
        kit_id: 'Title of a kit',
        starts_at: `${day(1)} 08:00`,
        ends_at: `${day(4)} 20:00`,
      },
    ],
  );
};

/** Rows as they are now, in a file of their own that can be read again. */
export const rowsFile = (rows: readonly ImportRow[]): string => {
  const has = (column: Column) => rows.some(({ values }) => values[column]);
  return csvOf(
    allColumns.filter(has),
    rows.map(({ values }) => values),
  );
};

const resultColumns = [
  'row',
  'candidate_name',
  'candidate_email',
  'interview_id',
  'link',
  'link_stops_at',
  'error',
] as const;

/** What became of each row, with the links. */
export const resultsFile = (plan: Plan, outcomes: ReadonlyMap<number, Outcome>): string =>
  csvOf(
    resultColumns,
    plan.rows.map(({ row, interview: { candidate_name, candidate_email } }) => {
      const outcome = outcomes.get(row);
      return {
        row,
        candidate_name,
        candidate_email,
        interview_id: outcome?.interview_id ?? null,
        link: outcome?.link ?? null,
        link_stops_at: outcome?.expires_at ?? null,
        error: outcome ? outcome.error : 'Not sent',
      };
    }),
  );

import type { Column } from '../../../../client/people-columns.ts';
import { columnWords } from './columns-explained.ts';
import type { CheckedRow } from './import-rows.ts';
import { shortened } from './shortened.ts';

export const cellId = (row: number, column: Column | null): string =>
  `row-${row}-${column ?? 'out'}`;
export const whyId = (row: number): string => `why-${row}`;

export interface CellProps {
  row: CheckedRow;
  column: Column;
  onValue(value: string): void;
}

const tied = ({ row, problems }: CheckedRow, column: Column) => ({
  id: cellId(row, column),
  'aria-label': `${columnWords[column]}, row ${row}`,
  'aria-describedby': whyId(row),
  ...(problems.some((problem) => problem.column === column) && { 'aria-invalid': 'true' as const }),
});

/** A cell of the file, to be corrected. */
export const CellInput = ({ row, column, onValue }: CellProps) => (
  <input
    {...tied(row, column)}
    dir="auto"
    autocomplete="off"
    value={row.values[column] ?? ''}
    onInput={({ currentTarget }) => onValue(currentTarget.value)}
  />
);

/** The kit of a row, where what the file says names none. */
export const CellKit = ({ kits, ...cell }: CellProps & { kits: ReadonlyMap<string, string> }) => {
  const written = cell.row.values[cell.column] ?? '';
  return (
    <select
      {...tied(cell.row, cell.column)}
      value={written}
      onChange={({ currentTarget }) => cell.onValue(currentTarget.value)}
    >
      {!kits.has(written) && (
        <option value={written}>{written ? `“${shortened(written, 60)}”` : 'Choose a kit'}</option>
      )}
      {[...kits].map(([kit_id, name]) => (
        <option key={kit_id} value={kit_id}>
          {name}
        </option>
      ))}
    </select>
  );
};

import type { Column } from '../../../../client/people-columns.ts';
import { Status } from '../../parts/status.tsx';
import { CellInput, cellId, whyId } from './cell-input.tsx';
import { type CheckedRow, changed, type ImportRow } from './import-rows.ts';
import { inTheWords } from './import-words.ts';

export interface RowCheckProps {
  row: CheckedRow;
  /** The columns that can be changed. */
  open: ReadonlySet<Column>;
  onRow(row: ImportRow): void;
}

/** Columns that have a place of their own in the table; the others are corrected below what is wrong. */
const placed: readonly Column[] = [
  'candidate_name',
  'candidate_email',
  'kit_id',
  'job_title',
  'starts_at',
  'ends_at',
];

/** Whether a row is ready, what is wrong with it, and the way to leave it out. */
export const RowCheck = ({ row, onRow, open }: RowCheckProps) => {
  const { isLeftOut, problems, warnings, repeats, interview } = row;
  const leave = (
    <button
      type="button"
      class="btn plain"
      id={cellId(row.row, null)}
      onClick={() => onRow({ ...row, isLeftOut: !isLeftOut })}
    >
      {isLeftOut ? 'Put back' : 'Leave out'}
      <span class="away"> row {row.row}</span>
    </button>
  );
  if (isLeftOut) {
    return (
      <>
        <Status icon="none" tone="off" word="Left out" />
        {leave}
      </>
    );
  }
  const notes = warnings.map(({ message }) => inTheWords(message));
  if (repeats) notes.push(`The same address as in row ${repeats}`);
  return (
    <>
      {interview ? (
        <Status icon="check" tone="ok" word="Ready" />
      ) : (
        <Status icon="alert" tone="bad" word="Fix" />
      )}
      <span class="why" id={whyId(row.row)}>
        {problems.map(({ message }) => inTheWords(message)).join('. ')}
      </span>
      {notes.length > 0 && <span class="meta">{notes.join('. ')}</span>}
      {[...open]
        .filter((column) => !placed.includes(column))
        .map((column) => (
          <CellInput
            key={column}
            row={row}
            column={column}
            onValue={(value) => onRow(changed(row, { [column]: value }))}
          />
        ))}
      {(!interview || repeats || open.size > 0) && leave}
    </>
  );
};

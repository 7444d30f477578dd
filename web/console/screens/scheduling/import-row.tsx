import type { Column } from '../../../../client/people-columns.ts';
import { momentIn } from '../../../../client/person-time.ts';
import { dayAndTime } from '../../time.ts';
import { CellInput, CellKit } from './cell-input.tsx';
import { type CheckedRow, changed, type ImportRow, openColumns } from './import-rows.ts';
import { RowCheck } from './row-check.tsx';
import { shortened } from './shortened.ts';

export interface RowProps {
  row: CheckedRow;
  kits: ReadonlyMap<string, string>;
  zone: string;
  onRow(row: ImportRow): void;
}

/** Without the weekday, which a table of many has no room for. */
const moment = (at: string, zone: string) => dayAndTime(at, zone).replace(/^\S+ /, '');

const windowWords = ({ interview, values }: CheckedRow, zone: string) => {
  const times = (['starts_at', 'ends_at'] as const).map((column) => {
    const written = values[column]?.trim() ?? '';
    const at = interview?.[column] ?? momentIn(written, zone).moment;
    return at ? moment(at, zone) : shortened(written, 30);
  });
  return times.filter(Boolean).join(' to ') || 'None';
};

const kitWords = ({ interview, values }: CheckedRow, kits: RowProps['kits']) =>
  kits.get(interview?.kit_id ?? '') ??
  shortened(interview?.job_title ?? values.kit_id ?? values.job_title ?? '', 120);

/** A row of the file, with what would be made of it or what is wrong with it. */
export const ImportTableRow = ({ row, kits, zone, onRow }: RowProps) => {
  const open = row.isLeftOut ? new Set<Column>() : openColumns(row);
  const input = (column: Column) => (
    <CellInput
      row={row}
      column={column}
      onValue={(value) => onRow(changed(row, { [column]: value }))}
    />
  );
  const kitColumn = open.has('kit_id') ? 'kit_id' : 'job_title';
  const hasTimes = open.has('starts_at') || open.has('ends_at');
  const isOpen = open.size > 0 || (row.repeats && !row.isLeftOut);
  const kind = [isOpen && 'is-open', !row.interview && !row.isLeftOut && 'wrong'];
  return (
    <tr role="row" class={kind.filter(Boolean).join(' ')}>
      <td role="cell" class="num c-n">
        {row.row}
      </td>
      <th role="rowheader" scope="row" class="c-name">
        {open.has('candidate_name') ? (
          input('candidate_name')
        ) : (
          <bdi>{row.values.candidate_name}</bdi>
        )}
      </th>
      <td role="cell" class="c-mail">
        {open.has('candidate_email') ? (
          input('candidate_email')
        ) : (
          <bdi>{row.values.candidate_email}</bdi>
        )}
      </td>
      <td role="cell" class="c-kit">
        {open.has(kitColumn) ? (
          <CellKit
            row={row}
            column={kitColumn}
            kits={kits}
            onValue={(kit_id) => onRow(changed(row, { kit_id, job_title: '' }))}
          />
        ) : (
          <bdi>{kitWords(row, kits)}</bdi>
        )}
      </td>
      <td role="cell" class="c-win">
        {hasTimes ? (
          <div class="times">
            {input('starts_at')}
            {input('ends_at')}
          </div>
        ) : (
          windowWords(row, zone)
        )}
      </td>
      <td role="cell" class="c-check">
        <RowCheck row={row} open={open} onRow={onRow} />
      </td>
    </tr>
  );
};

import { cellId } from './cell-input.tsx';
import type { CheckedRow } from './import-rows.ts';
import { faultOf } from './import-words.ts';
import { shortened } from './shortened.ts';

/** So many are listed; the rest are in the table. */
const most = 10;

export interface FaultsProps {
  /** The rows to fix. */
  wrong: readonly CheckedRow[];
  /** How many rows there are. */
  all: number;
  /** Goes to an element of a row, by its id. */
  go(id: string): void;
}

/** What is wrong with the file, each with the way to where it is mended. */
export const Faults = ({ wrong, all, go }: FaultsProps) => (
  <section class="problem" aria-labelledby="faults">
    <h2 id="faults">
      {wrong.length} of {all} rows need fixing
    </h2>
    <ul role="list">
      {wrong.slice(0, most).map((row) => {
        const id = cellId(row.row, row.problems[0]?.column ?? null);
        return (
          <li key={row.row}>
            <a
              href={`#${id}`}
              onClick={(event) => {
                event.preventDefault();
                go(id);
              }}
            >
              <bdi>{faultOf(row)}</bdi>
            </a>
          </li>
        );
      })}
    </ul>
    {wrong.length > most && <p>And {wrong.length - most} more, below under “To fix”.</p>}
  </section>
);

/** Columns of the file that mean nothing here. */
export const NotUsed = ({ columns }: { columns: readonly string[] }) =>
  columns.length > 0 ? (
    <p class="notice block-s">
      Not used, as no column has this name here:{' '}
      <bdi>
        {columns
          .slice(0, most)
          .map((column) => shortened(column, 40))
          .join(', ')}
      </bdi>
      .
    </p>
  ) : null;

import { useEffect, useState } from 'preact/hooks';
import { zoneName } from '../../time.ts';
import { ImportTableRow } from './import-row.tsx';
import { type CheckedRow, type ImportRow, rowsByTab, type Tab, wrongRows } from './import-rows.ts';

/** So many rows are drawn at first, and with each press of the button. */
const step = 100;

const tabs: readonly (readonly [Tab, string])[] = [
  ['all', 'All'],
  ['fix', 'To fix'],
  ['ready', 'Ready'],
  ['out', 'Left out'],
];

export interface CheckRowsProps {
  rows: readonly CheckedRow[];
  tab: Tab;
  kits: ReadonlyMap<string, string>;
  zone: string;
  onTab(tab: Tab): void;
  onRow(row: ImportRow): void;
}

const heads = (zone: string) =>
  [
    ['c-n num', 'Row'],
    ['c-name', 'Name'],
    ['c-mail', 'E-mail'],
    ['c-kit', 'Kit'],
    ['c-win', `Window, ${zoneName(zone)}`],
    ['c-check', 'Check'],
  ] as const;

/** The rows of the file, each with its check. */
export const CheckRows = ({ rows, tab, kits, zone, onTab, onRow }: CheckRowsProps) => {
  const [most, setMost] = useState(step);
  useEffect(() => setMost(step), [tab]);
  const byTab = rowsByTab(rows);
  const shown = byTab[tab];
  return (
    <section class="block-s" aria-labelledby="rows">
      <div class="card-head">
        <h2 id="rows">Rows of the file</h2>
        <ul class="tabs" role="list" aria-label="Which rows">
          {tabs
            .filter(([name]) => name !== 'out' || byTab.out.length > 0)
            .map(([name, title]) => (
              <li key={name}>
                <button
                  type="button"
                  aria-current={tab === name ? 'true' : undefined}
                  onClick={() => onTab(name)}
                >
                  {title} {name === 'fix' ? wrongRows(rows).length : byTab[name].length}
                </button>
              </li>
            ))}
        </ul>
      </div>
      <div class="card flush">
        <table class="rows tight import" role="table" aria-labelledby="rows">
          <thead role="rowgroup">
            <tr role="row">
              {heads(zone).map(([kind, head]) => (
                <th key={kind} role="columnheader" scope="col" class={kind}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.slice(0, most).map((row) => (
              <ImportTableRow key={row.row} row={row} kits={kits} zone={zone} onRow={onRow} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && <p class="block-s">No rows here.</p>}
      {shown.length > most && (
        <p class="block-s">
          <button type="button" class="btn" onClick={() => setMost(most + step)}>
            Show more of {shown.length}
          </button>
        </p>
      )}
    </section>
  );
};

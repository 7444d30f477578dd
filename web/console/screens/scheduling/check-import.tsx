import { useEffect, useState } from 'preact/hooks';
import { save } from '../../../candidate/runner/save.ts';
import { Page } from '../../parts/page.tsx';
import { to } from '../../router.ts';
import { useSettings } from '../../settings.ts';
import { timeOf } from '../../time.ts';
import { cellId } from './cell-input.tsx';
import { CheckRows } from './check-rows.tsx';
import { Faults, NotUsed } from './faults.tsx';
import { ForAllFields } from './for-all.tsx';
import { rowsFile } from './import-files.ts';
import {
  type CheckedRow,
  type ForAll,
  type ImportRow,
  type Tab,
  wrongRows,
} from './import-rows.ts';
import type { Import } from './import-state.ts';
import { actionWords, standing } from './import-words.ts';
import { type KitSummary, kitNames } from './kit-names.ts';
import { shortened } from './shortened.ts';

export interface CheckImportProps {
  read: Import;
  rows: readonly CheckedRow[];
  kits: readonly KitSummary[];
  onRow(row: ImportRow): void;
  onAll(part: Partial<ForAll>): void;
  onCreate(): void;
  onForget(): void;
}

const lacks = (rows: readonly CheckedRow[]) =>
  rows.some(({ values: { kit_id, job_title, starts_at } }) => !(kit_id || job_title) || !starts_at);

/** The second step of an import: every row with what is wrong with it, before anything is sent. */
export const CheckImport = ({ read, rows, kits, ...on }: CheckImportProps) => {
  const { zone } = useSettings();
  const [tab, setTab] = useState<Tab>('all');
  const [sought, setSought] = useState<string | null>(null);
  // The row may be drawn only now that its tab is chosen.
  useEffect(() => {
    if (!sought) return;
    const there = document.getElementById(sought);
    // A row that was left out may be gone from its tab.
    (there ?? document.querySelector<HTMLElement>('.tabs [aria-current]'))?.focus();
    setSought(null);
  }, [sought]);
  const wrong = wrongRows(rows);
  const out = rows.filter(({ isLeftOut }) => isLeftOut).length;
  const ready = rows.length - wrong.length - out;
  const toFix = () => save(`to-fix-${read.file}`, 'text/csv', rowsFile(wrong));
  return (
    <Page
      title={`Check ${rows.length} ${rows.length === 1 ? 'interview' : 'interviews'}`}
      lede={
        <>
          From{' '}
          <strong>
            <bdi>{shortened(read.file, 80)}</bdi>
          </strong>
          , read at {timeOf(read.read_at, zone)}. Nothing has been created yet.
        </>
      }
      crumbs={<a href={to('/')}>Interviews</a>}
      actions={
        <button type="button" class="btn" onClick={on.onForget}>
          Choose another file
        </button>
      }
      hasError={wrong.length > 0}
    >
      {wrong.length > 0 && (
        <Faults
          wrong={wrong}
          all={rows.length}
          go={(id) => {
            setTab('fix');
            setSought(id);
          }}
        />
      )}
      <NotUsed columns={read.unknown_columns} />
      <section class="dock block-s" aria-label="What happens now">
        <p role="status">
          <strong>{standing(ready, wrong.length, out)}.</strong>
          {wrong.length > 0 && ' What is to fix can be fixed here, or later in a file of its own.'}
        </p>
        <label class="check">
          <input
            type="checkbox"
            checked={read.forAll.links}
            onChange={({ currentTarget }) => on.onAll({ links: currentTarget.checked })}
          />
          Make their links too
        </label>
        <div class="actions">
          {wrong.length > 0 && (
            <button type="button" class="btn plain" onClick={toFix}>
              Download the {wrong.length === 1 ? 'row' : `${wrong.length} rows`}
            </button>
          )}
          <button
            type="button"
            class="btn primary"
            aria-disabled={ready === 0}
            onClick={on.onCreate}
          >
            {actionWords(ready, read.forAll.links)}
          </button>
        </div>
      </section>
      <ForAllFields forAll={read.forAll} kits={kits} isNeeded={lacks(rows)} change={on.onAll} />
      <CheckRows
        rows={rows}
        tab={tab}
        kits={kitNames(kits)}
        zone={read.forAll.zone}
        onTab={setTab}
        onRow={(row) => {
          const isLeftOut = rows.find((one) => one.row === row.row)?.isLeftOut;
          on.onRow(row);
          if (row.isLeftOut !== isLeftOut) setSought(cellId(row.row, null));
        }}
      />
    </Page>
  );
};

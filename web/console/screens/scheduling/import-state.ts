import { useMemo, useRef, useState } from 'preact/hooks';
import { type People, readPeople } from '../../../../client/people-csv.ts';
import { useKeptInTab } from '../../kept-in-tab.ts';
import { useSettings } from '../../settings.ts';
import type { Plan } from './batches.ts';
import { type ForAll, type ImportRow, rowCheck, rowsOf } from './import-rows.ts';
import type { KitSummary } from './kit-names.ts';
import { firstWindow } from './window.ts';

/** A file that was read, with what was changed since, and what is made of it. */
export interface Import {
  file: string;
  /** ISO 8601. */
  read_at: string;
  unknown_columns: string[];
  rows: ImportRow[];
  forAll: ForAll;
  plan: Plan | null;
}

const largest = 5_000_000;

/** Reads a file here; nothing of it is sent. Its sentence where it cannot be used. */
const read = async (file: File, zone: string): Promise<People> => {
  const nothing = { people: [], columns: [], unknown_columns: [] };
  if (file.size > largest) return { ...nothing, problem: 'The file is larger than 5 MB; split it' };
  // Kits and times are looked at later, where they can be chosen.
  const options = { zone, kits: [], now: new Date() };
  return readPeople(new Uint8Array(await file.arrayBuffer()), options);
};

/** An import from the file to the plan, kept in this tab. */
export const useImport = (kits: readonly KitSummary[] | null) => {
  const { zone } = useSettings();
  const [kept, store, isKept] = useKeptInTab<Import>('import');
  const [problem, setProblem] = useState<string | null>(null);
  const newest = useRef(kept);
  const decided = useRef(false);
  const set = (next: Import | null) => {
    newest.current = next;
    store(next);
  };
  const update = (part: Partial<Import>) => {
    if (newest.current) set({ ...newest.current, ...part });
  };
  const forAll = kept?.forAll;
  const check = useMemo(
    () => forAll && kits && rowCheck(forAll, { zone: forAll.zone, kits, now: new Date() }),
    [forAll, kits],
  );
  const rows = kept && check ? check(kept.rows) : null;
  const choose = async (file: File) => {
    const people = await read(file, zone);
    setProblem(people.problem);
    if (people.problem) return;
    set({
      file: file.name,
      read_at: new Date().toISOString(),
      unknown_columns: people.unknown_columns,
      rows: rowsOf(people),
      forAll: { ...firstWindow(new Date(), zone), kit_id: '', links: true },
      plan: null,
    });
  };
  return {
    kept,
    isKept,
    /** Whether the plan was decided just now, and not before a reload. */
    isNew: decided.current,
    problem,
    rows,
    choose: (file: File) => void choose(file),
    forget: () => set(null),
    changeRow: (row: ImportRow) =>
      update({
        rows: (newest.current?.rows ?? []).map((one) => (one.row === row.row ? row : one)),
      }),
    changeAll: (part: Partial<ForAll>) =>
      newest.current && update({ forAll: { ...newest.current.forAll, ...part } }),
    /** Decides what is made: from now on the rows are what they are. */
    decide: () => {
      const { current } = newest;
      if (!current || !kits) return;
      const { zone: in_zone, links } = current.forAll;
      // Checked anew, as it may be later than it was.
      const ready = rowCheck(current.forAll, { zone: in_zone, kits, now: new Date() })(
        current.rows,
      ).flatMap(({ row, isLeftOut, interview }) =>
        interview && !isLeftOut ? [{ row, interview }] : [],
      );
      if (ready.length === 0) return;
      decided.current = true;
      update({ plan: { id: crypto.randomUUID(), links, rows: ready } });
    },
  };
};

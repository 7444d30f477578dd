import type { Gate } from '../gates.ts';
import type { Interval } from '../statistics/intervals.ts';

/** A number with two decimals, or a dash where there is none. */
export const two = (value: number | null | undefined): string =>
  value === null || value === undefined ? '–' : value.toFixed(2).replace('-', '−');

/** A share as a percentage with one decimal. */
export const percent = (share: number | null | undefined): string =>
  share === null || share === undefined ? '–' : `${(share * 100).toFixed(1)}%`;

/** An interval of numbers, or of shares, in brackets. */
export const interval = (
  bounds: Interval | null | undefined,
  show: (value: number) => string = two,
): string => (bounds ? `[${show(bounds[0])}, ${show(bounds[1])}]` : '–');

/** Dollars to the cent and below. */
export const dollars = (amount: number): string => `$${amount.toFixed(amount < 1 ? 4 : 2)}`;

/** A model's name as part of a file name. */
export const fileName = (model: string): string => model.replace(/[^\w.-]+/g, '_');

/** So many of so many as a percentage; a dash where there were none. */
export const shareOf = (count: number, total: number): string =>
  percent(total ? count / total : null);

/** A gate's bound, with its sign. */
export const boundOf = ({ at, bound, unit }: Pick<Gate, 'at' | 'bound' | 'unit'>): string =>
  `${at === 'least' ? '≥' : '≤'} ${inUnit(bound, unit)}`;

/** A value in the unit of its gate. */
export const inUnit = (value: number | null, unit: Gate['unit']): string =>
  unit === 'share' ? percent(value) : unit === 'count' ? String(value ?? '–') : two(value);

/** A Markdown table. Cells must hold no line ends; pipes are escaped. */
export const table = (header: readonly string[], rows: readonly (readonly string[])[]): string =>
  [header, header.map((_, i) => (i === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`)
    .join('\n');

/** Columns of plain text for a terminal. */
export const columns = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, i) =>
    Math.max(...rows.map((cells) => (cells[i] ?? '').length)),
  );
  return rows
    .map((cells) =>
      cells
        .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
};

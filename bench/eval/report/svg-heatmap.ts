import { box, ink, label, picture } from './svg.ts';

const cell = 56;
const left = 96;
const top = 88;

/** A confusion matrix: rows are the written levels, columns the given ones; darker is more. */
export const heatmap = (
  title: string,
  counts: readonly (readonly number[])[],
  categories: readonly string[],
): string => {
  const most = Math.max(1, ...counts.flat());
  const size = categories.length * cell;
  const cells = counts.flatMap((line, row) =>
    line.flatMap((count, column) => {
      const share = count / most;
      const [x, y] = [left + column * cell, top + row * cell];
      const dark = share > 0.72;
      return [
        box(x + 1, y + 1, cell - 2, cell - 2, shade(share)),
        label(x + cell / 2, y + cell / 2 + 5, String(count), {
          anchor: 'middle',
          fill: dark ? ink.card : ink.text,
        }),
      ];
    }),
  );
  const names = categories.flatMap((name, i) => [
    label(left - 10, top + i * cell + cell / 2 + 5, name, { anchor: 'end', fill: ink.quiet }),
    label(left + i * cell + cell / 2, top - 8, name, { anchor: 'middle', fill: ink.quiet }),
  ]);
  const axes = [
    label(left + size / 2, top - 26, 'level given', { anchor: 'middle', fill: ink.quiet }),
    `<g transform="translate(34 ${top + size / 2}) rotate(-90)">${label(0, 0, 'level written at', { anchor: 'middle', fill: ink.quiet })}</g>`,
  ];
  const description = counts
    .map(
      (line, i) =>
        `Written at ${categories[i]}: ${line.map((count, k) => `${count} at ${categories[k]}`).join(', ')}.`,
    )
    .join(' ');
  return picture(left + size + 24, top + size + 20, { title, description }, [
    ...axes,
    ...names,
    ...cells,
  ]);
};

/** From the card's white to the accent. */
const shade = (share: number): string => {
  const mix = (from: number, to: number) => Math.round(from + (to - from) * share);
  return `rgb(${mix(241, 11)} ${mix(246, 92)} ${mix(245, 85)})`;
};

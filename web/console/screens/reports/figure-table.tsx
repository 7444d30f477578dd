import type { ComponentChildren } from 'preact';
import type { Figure } from './figures.ts';

interface FigureTableProps {
  figure: Figure;
  /** Of a row, where the table is the plot. */
  plot?: (numbers: readonly (number | null)[]) => ComponentChildren;
  /** The head of the plots. */
  plotHead?: ComponentChildren;
  /** How many of the last columns are shown; all of them by default, the others only read out. */
  last?: number;
  /** The rows from this one on are apart. */
  apart?: number;
  nameOf?: (name: string) => string;
}

/** A table of numbers, with a plot in each row where there is one. */
export const FigureTable = ({
  figure: { id, columns, rows },
  plot,
  plotHead = <span class="away">Plot</span>,
  last = Number.POSITIVE_INFINITY,
  apart,
  nameOf = (name) => name,
}: FigureTableProps) => {
  const [first, ...heads] = columns;
  const shown = heads.slice(-last);
  return (
    <table class={`rows plain tight ${plot ? 'barred' : 'impact'}`} aria-labelledby={id}>
      <thead>
        <tr>
          <th scope="col">{first}</th>
          {plot && (
            <th scope="col" class="c-bar">
              {plotHead}
            </th>
          )}
          {shown.map((head) => (
            <th key={head} scope="col" class="num">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ name, numbers }, index) => (
          <tr key={name} class={index === apart ? 'apart' : undefined}>
            <th scope="row" class="wraps">
              <bdi>{nameOf(name)}</bdi>
            </th>
            {plot && (
              <td class="c-bar">
                {plot(numbers)}
                {last < numbers.length && (
                  <span class="away">{numbers.slice(0, -last).join(', ')}</span>
                )}
              </td>
            )}
            {numbers.slice(-last).map((value, at) => (
              <td key={shown[at]} class="num" data-label={shown[at]}>
                {value}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** The numbers behind columns. */
export const Numbers = (props: FigureTableProps) => (
  <details>
    <summary>
      Numbers<span class="away"> of “{props.figure.title}”</span>
    </summary>
    <FigureTable {...props} />
  </details>
);

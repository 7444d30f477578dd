import type { ComponentChildren } from 'preact';

/** One value as a bar, as a part of the greatest. */
export const Bar = ({ value, most }: { value: number; most: number }) => (
  <svg class="plot" height="16" aria-hidden="true">
    <rect class="bar-3" width="100%" height="16" rx="3" />
    {value > 0 && <rect class="bar-1" width={`${(100 * value) / most}%`} height="16" rx="3" />}
  </svg>
);

/** Values beside each other in a row of a table, drawn to the highest of them. */
export const Spark = ({ values }: { values: readonly number[] }) => {
  const most = Math.max(...values, 1);
  const step = 100 / values.length;
  return (
    <svg class="plot" height="44" aria-hidden="true">
      <line class="axis" x1="0" x2="100%" y1="43.5" y2="43.5" />
      {values.map((value, index) => (
        <rect
          key={index}
          class="bar-1"
          x={`${(index + 0.075) * step}%`}
          width={`${0.85 * step}%`}
          y={43 - (40 * value) / most}
          height={(40 * value) / most}
          rx="1"
        />
      ))}
    </svg>
  );
};

export interface Column {
  value: number;
  /** Above it. */
  label?: string;
  /** Below it, at its left edge. */
  tick?: string;
}

interface ColumnsProps {
  /** What is seen, in a sentence. */
  title: string;
  id: string;
  columns: readonly Column[];
  /** The value that reaches the top. */
  most: number;
  /** What lies behind, over the whole width and 172 px. */
  children?: ComponentChildren;
}

const height = 172;

/** Columns over the whole width, of 150 px at most. */
export const Columns = ({ title, id, columns, most, children }: ColumnsProps) => {
  const step = 100 / columns.length;
  return (
    <svg class="plot" height={height + 26} role="img" aria-labelledby={id}>
      <title id={id}>{title}</title>
      <line class="axis" x1="0" x2="100%" y1={height + 0.5} y2={height + 0.5} />
      {children}
      {columns.map(({ value, label, tick }, index) => {
        const size = (150 * value) / most;
        return (
          <g key={index}>
            <rect
              class="bar-1"
              x={`${(index + 0.1) * step}%`}
              y={height - size}
              width={`${0.8 * step}%`}
              height={size}
              rx="2"
            />
            {label && (
              <text class="mid" x={`${(index + 0.5) * step}%`} y={height - size - 6}>
                {label}
              </text>
            )}
            {tick && (
              <text class="soft" x={`${index * step}%`} y={height + 20}>
                {tick}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
};

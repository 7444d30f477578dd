const shapes = {
  check: 'M4 10.5l4 4 8-9',
  wait: 'M10 5v5l3.5 2M10 2.5a7.5 7.5 0 1 0 .01 0',
  alert: 'M10 3l8 14H2zM10 8v4.5M10 14.4v.2',
  play: 'M6 4l10 6-10 6z',
  pause: 'M7 4v12M13 4v12',
};
export type Shape = keyof typeof shapes;

/** A line drawing beside a word; never the only carrier of a meaning. */
export const Icon = ({ shape }: { shape: Shape }) => (
  <svg class={`icon icon-${shape}`} viewBox="0 0 20 20" aria-hidden="true">
    <path d={shapes[shape]} />
  </svg>
);

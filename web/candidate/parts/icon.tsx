const shapes = {
  check: 'M3 8l4 4 6-8',
  wait: 'M8 5v3l3 2M8 2a6 6 0 1 0 .1 0',
  alert: 'M8 2l7 12H1zM8 6v4m0 2v.1',
  play: 'M4 2v12l9-6z',
  pause: 'M5 3v10m6 0V3',
};
export type Shape = keyof typeof shapes;

/** A line drawing beside a word; never the only carrier of a meaning. */
export const icon = (shape: Shape) => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d={shapes[shape]} />
  </svg>
);

const shapes = {
  check: 'M3 8.5 6.5 12 13 4.5',
  wait: 'M8 4.5V8l2.5 2M8 2a6 6 0 1 0 .01 0',
  alert: 'M8 2l6.5 11.5h-13zM8 6.5v3.2M8 11.7v.1',
  device: 'M4.5 2h7v12h-7zM7.5 11.5h1',
  play: 'M4.5 2.5v11l9-5.5z',
  pause: 'M5.5 3v10M10.5 3v10',
};
export type Shape = keyof typeof shapes;

/** A line drawing beside a word; never the only carrier of a meaning. */
export const Icon = ({ shape }: { shape: Shape }) => (
  <svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
    <path d={shapes[shape]} />
  </svg>
);

/** Drawings of 16 by 16; the first is drawn as a line, `solid` is filled, `on` is a line on that. */
const drawings = {
  advance: { line: 'M3 8h9.5M8.5 4l4 4-4 4' },
  alert: { line: 'M8 2 14.5 13.5h-13zM8 6.5v3.2M8 11.7v.1' },
  bubble: { line: 'M2.5 3.5h11v7.5h-6L4.5 13.5V11h-2z' },
  cancelled: { line: 'M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0M4.2 11.8l7.6-7.6' },
  check: { line: 'm3 8.5 3.5 3.5L13 4.5' },
  copy: {
    line: 'M7 5.5h5a1.5 1.5 0 0 1 1.5 1.5v5a1.5 1.5 0 0 1-1.5 1.5H7A1.5 1.5 0 0 1 5.5 12V7A1.5 1.5 0 0 1 7 5.5M10.5 5.5v-2a1 1 0 0 0-1-1h-6a1 1 0 0 0-1 1v6a1 1 0 0 0 1 1h2',
  },
  done: {
    solid: 'M1.6 8a6.4 6.4 0 1 0 12.8 0A6.4 6.4 0 1 0 1.6 8',
    on: 'm5.2 8.2 2 2 3.7-4.1',
  },
  down: { line: 'M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10' },
  expired: {
    line: 'M4 2.5h8M4 13.5h8M5 2.5c0 3 6 3.5 6 5.5s-6 2.5-6 5.5M11 2.5c0 3-6 3.5-6 5.5s6 2.5 6 5.5',
  },
  hold: { line: 'M5 3.5v9M6 3.5v9M10 3.5v9M11 3.5v9' },
  linkLater: { line: 'm8 2.5 5.5 5.5L8 13.5 2.5 8z' },
  linkOff: { line: 'm8 2.5 5.5 5.5L8 13.5 2.5 8zM3.5 3.5l9 9' },
  linkOpen: { solid: 'm8 1.5 6.5 6.5L8 14.5 1.5 8z' },
  none: { line: 'M4 8h8' },
  pause: { line: 'M5.5 3.5v9M10.5 3.5v9' },
  play: { solid: 'M4.5 2.5v11l9-5.5z' },
  plus: { line: 'M8 3v10M3 8h10' },
  progress: {
    line: 'M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0',
    solid: 'M8 2.5a5.5 5.5 0 0 1 0 11z',
  },
  reject: { line: 'm4 4 8 8M12 4l-8 8' },
  scheduled: { line: 'M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0' },
  search: { line: 'M2.5 7a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0m8 3.5 3.5 3.5' },
  waiting: { dashed: 'M2.5 8a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0' },
} satisfies Record<string, Partial<Record<'line' | 'solid' | 'on' | 'dashed', string>>>;

export type IconName = keyof typeof drawings;

/** A drawing beside a word; never the only carrier of a meaning. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="shape" viewBox="0 0 16 16" aria-hidden="true">
    {Object.entries(drawings[name]).map(([kind, d]) => (
      <path key={kind} class={kind === 'line' ? '' : kind} d={d} />
    ))}
  </svg>
);

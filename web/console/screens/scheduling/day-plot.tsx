import type { DrawnDays, Part } from './night.ts';

const weekday = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

const Band = ({ part: { x, width }, kind }: { part: Part; kind: string }) => (
  <rect class={kind} x={`${x}%`} width={`${width}%`} height="28" />
);

/** The days of a zone with their nights, and the window in them; over several days, nights are seen in it. */
export const DayPlot = ({ drawn: { days, nights, window } }: { drawn: DrawnDays }) => {
  const bar = <Band part={window} kind="bar-1" />;
  return (
    <svg class="plot day" height="28" aria-hidden="true">
      {days.length > 1 && bar}
      {nights.map((part) => (
        <Band key={part.x} part={part} kind="night" />
      ))}
      {days.length === 1 && bar}
    </svg>
  );
};

const hours = [0, 6, 12, 18, 24].map((hour) => ({
  x: (hour / 24) * 100,
  words: String(hour),
  place: hour === 0 ? '' : hour === 24 ? 'end' : 'mid',
}));

/** What the plots above are drawn over: the hours of one day, or the names of several. */
export const DayAxis = ({ days }: { days: readonly number[] }) => {
  const named = days.map((day, index) => ({
    x: ((index + 0.5) / days.length) * 100,
    words: weekday.format(day),
    place: 'mid',
  }));
  return (
    <svg class="plot hours" height="18" aria-hidden="true">
      {(days.length === 1 ? hours : named).map(({ x, words, place }) => (
        <text key={x} class={`soft ${place}`} x={`${x}%`} y="13">
          {words}
        </text>
      ))}
    </svg>
  );
};

import { cityOf, dayAndTime, dayOf, timeOf, zoneName } from '../../time.ts';
import { DayAxis, DayPlot } from './day-plot.tsx';
import type { InterviewForm } from './form.ts';
import { type DrawnDays, drawnDays, nightIn } from './night.ts';
import { inWords, lengthOf, type Window } from './window.ts';

/** As it is said to one who knows them; long ones would push the plot away. */
const firstName = (name: string) => {
  const [first = ''] = name.trim().split(/\s+/);
  return first.length > 30 ? '' : first;
};

const span = ({ starts_at, ends_at }: Window, zone: string) => {
  const isOneDay = dayOf(starts_at, zone) === dayOf(ends_at, zone);
  const end = isOneDay ? timeOf(ends_at, zone) : dayAndTime(ends_at, zone);
  return `${dayAndTime(starts_at, zone)} to ${end}`;
};

const night = (window: Window, zone: string, name: string) => {
  const length = inWords(nightIn(window, zone)) || 'none';
  const verb = /^(half|1 hour$|none)/.test(length) ? 'lies' : 'lie';
  return (
    <>
      Night, 22 to 7, is shaded: {length} of <bdi>{name}</bdi>’s {inWords(lengthOf(window))} {verb}{' '}
      in it.
    </>
  );
};

const sameDays = (drawn: readonly DrawnDays[]) =>
  drawn.every(({ days }) => days[0] === drawn[0]?.days[0]);

/** The window on the clocks of the candidate and of the one who sets it, with the nights of both. */
export const Preview = ({ form, window }: { form: InterviewForm; window: Window }) => {
  const { zone, theirs, candidate_name } = form;
  const name = firstName(candidate_name) || 'The candidate';
  const rows = [
    ...(theirs && theirs !== zone ? [{ who: name, zone: theirs }] : []),
    { who: theirs === zone ? `${name} and you` : 'You', zone },
  ];
  const drawn = drawnDays(
    window,
    rows.map((row) => row.zone),
  );
  const last = drawn.at(-1);
  return (
    <div class="zones">
      {rows.map((row, index) => {
        const plot = drawn[index];
        const hasAxis = plot && (plot === last || !sameDays(drawn));
        return (
          <>
            <p class="z-name">
              <strong>
                <bdi>{row.who}</bdi>, in {cityOf(row.zone)}
              </strong>{' '}
              <span class="meta">{zoneName(row.zone, new Date(window.starts_at))}</span>
            </p>
            <p class="z-time num">{span(window, row.zone)}</p>
            {plot && <DayPlot drawn={plot} />}
            {hasAxis && <DayAxis days={plot.days} />}
          </>
        );
      })}
      {theirs && last && <p class="meta">{night(window, theirs, name)}</p>}
    </div>
  );
};

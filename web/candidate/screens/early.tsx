import { calendarEntry } from '../copy/calendar.ts';
import type { Screen } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Facts } from '../parts/facts.tsx';
import { Status } from '../parts/status.tsx';
import { waitingSaid } from '../parts/waiting.ts';

/** Before the window: when it opens, in the person's own zone. */
export const Early = ({
  page,
  screen,
}: OnPage & { screen: Extract<Screen, { name: 'early' }> }) => {
  const { brand, reference, save, speech } = page;
  const { say } = speech;
  const { opens_at, starts_at, ends_at, job_title, remaining } = screen;
  const entry = {
    uid: reference ?? opens_at,
    title: [say('interview'), job_title, brand?.employer_name].filter(Boolean).join(' – '),
    note: say('calendarNote'),
    starts_at,
    ends_at,
  };
  return (
    <div class="sheet">
      <h1 tabIndex={-1}>{say('earlyTitle')}</h1>
      <p>{say('earlyText')}</p>
      {/* Not a live region: a countdown that speaks every second helps nobody. */}
      <p class="countdown">
        <span>{say('opensIn')}</span> <strong>{speech.duration(remaining)}</strong>
      </p>
      <Facts
        facts={[
          Boolean(job_title) && [say('role'), job_title],
          [say('opensAt'), speech.moment(opens_at)],
          Boolean(starts_at) && [say('plannedFor'), speech.span(starts_at, ends_at)],
          [say('zone'), speech.zone()],
        ]}
      />
      <Status said={waitingSaid(page, screen.sending, say('opening'))} />
      {starts_at && (
        <button
          type="button"
          class="quiet"
          onClick={() =>
            save({ name: 'interview.ics', type: 'text/calendar', text: calendarEntry(entry) })
          }
        >
          {say('calendar')}
        </button>
      )}
    </div>
  );
};

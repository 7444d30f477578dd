import { calendarEntry } from '../copy/calendar.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Deed } from '../parts/deed.tsx';
import { Facts } from '../parts/facts.tsx';
import { Waiting } from '../parts/waiting.tsx';

/** Before the window: when it opens, in the person's own zone. */
export const Early = ({ page, screen }: OnPage & { screen: ScreenOf<'early'> }) => {
  const { brand, reference, save, speech } = page;
  const { say } = speech;
  const { opens_at, starts_at, ends_at, job_title, remaining } = screen;
  const keepDate = () => {
    const title = [say('interview'), job_title, brand?.employer_name].filter(Boolean).join(' – ');
    const entry = { uid: reference ?? opens_at, title, note: say('calendarNote') };
    const text = calendarEntry({ ...entry, starts_at, ends_at });
    save('interview.ics', 'text/calendar', text);
  };
  return (
    <div class="sheet">
      <h1>{say('earlyTitle')}</h1>
      <p>{say('earlyText')}</p>
      {/* Not a live region: a countdown that speaks every second helps nobody. */}
      <p class="countdown">
        {say('opensIn')} <strong>{speech.duration(remaining)}</strong>
      </p>
      <Facts
        facts={{
          role: job_title,
          opensAt: speech.moment(opens_at),
          plannedFor: starts_at && speech.span(starts_at, ends_at),
          zone: speech.zone(),
        }}
        page={page}
      />
      <Waiting page={page} on={screen.sending} doing={say('opening')} />
      {starts_at && (
        <Deed page={page} look="quiet" does={keepDate}>
          {say('calendar')}
        </Deed>
      )}
    </div>
  );
};

import { calendarEntry } from '../copy/calendar.ts';
import { titled } from '../copy/titled.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Facts } from '../parts/facts.tsx';
import { SaveCopy } from '../parts/save-copy.tsx';
import { Waiting } from '../parts/waiting.tsx';

/** Before the window: shows when it opens, in the person's own time zone. */
export const NotOpenYet = ({ page, screen }: OnPage & { screen: ScreenOf<'early'> }) => {
  const { t, reference, save } = page;
  const { opens_at, starts_at = '', ends_at = '', job_title = '', remaining } = screen;
  const keepDate = () => {
    const title = titled(page, t('interview'), job_title);
    const entry = { uid: reference ?? opens_at, title, note: t('calendarNote') };
    const text = calendarEntry({ ...entry, starts_at, ends_at });
    save('interview.ics', 'text/calendar', text);
  };
  return (
    <>
      <h1>{t('earlyTitle')}</h1>
      <p>{t('earlyText')}</p>
      {/* Not a live region: a countdown that is announced every second helps nobody. */}
      <p class="countdown">
        {t('opensIn')} <strong>{page.duration(remaining)}</strong>
      </p>
      <Facts
        facts={{
          role: job_title,
          opensAt: page.moment(opens_at),
          plannedFor: starts_at && page.span(starts_at, ends_at),
          zone: page.zone(),
        }}
        page={page}
      />
      <Waiting page={page} doing={t('loadingTitle')} />
      <SaveCopy page={page} />
      {starts_at && (
        <ActionButton page={page} does={keepDate}>
          {t('calendar')}
        </ActionButton>
      )}
    </>
  );
};

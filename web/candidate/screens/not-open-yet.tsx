import { calendarEntry } from '../copy/calendar.ts';
import { titled } from '../copy/titled.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { Page } from '../page.ts';
import { button } from '../parts/action-button.tsx';
import { factsOf } from '../parts/facts.tsx';
import { saveCopy } from '../parts/save-copy.tsx';
import { waiting } from '../parts/waiting.tsx';

/** Before the window: shows when it opens, in the person's own time zone. */
export const notOpenYet = (page: Page, screen: ScreenOf<'early'>) => {
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
      {factsOf(page, {
        role: job_title,
        opensAt: page.moment(opens_at),
        plannedFor: starts_at && page.span(starts_at, ends_at),
        zone: page.zone(),
      })}
      {waiting(page, t('loadingTitle'))}
      {saveCopy(page)}
      {starts_at && button(page, t('calendar'), keepDate)}
    </>
  );
};

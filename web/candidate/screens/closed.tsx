import { numberOf } from '../machine/session.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { Page } from '../page.ts';
import { button } from '../parts/action-button.tsx';
import { saveCopy } from '../parts/save-copy.tsx';
import { statusLine } from '../parts/status.tsx';
import { textSection } from '../parts/text-section.tsx';

/** What was typed and not sent, as far as this device has it, and who can see it. */
const unsentText = (page: Page, screen: ScreenOf<'closed'>) => {
  const { t, list, number, time, brand, session, writing } = page;
  const employer = brand?.employer_name ?? t('theEmployer');
  if (!writing?.text) {
    const questions = list((screen.unsent_questions ?? []).map(number));
    return questions && <p>{t('unsentList', { employer, questions })}</p>;
  }
  const { question_id, text, version, sent, saved_at, isSent } = writing;
  const title = isSent
    ? t('yourAnswer')
    : session
      ? t('unsentTitle', { number: numberOf(session, question_id) })
      : t('typedNotSent');
  const isSaved = !isSent && sent === version;
  return (
    <div class="texts">
      {textSection(
        page,
        'h2',
        title,
        text,
        '',
        <>
          {statusLine(
            isSaved ? 'check' : 'alert',
            isSaved
              ? !!saved_at && t('saved', { time: time(saved_at) })
              : t(isSent ? 'sentUnknown' : page.onDevice ? 'keptHere' : 'nowhere'),
          )}
          {isSaved && screen.reason === 'expired' && <p>{t('unsentSeen', { employer })}</p>}
        </>,
      )}
    </div>
  );
};

/** What happened, what was typed and not sent, and what can be done now. */
export const closedScreen = (page: Page, screen: ScreenOf<'closed'>) => {
  const { t } = page;
  const { reason, expires_at, status, mayAsk } = screen;
  const isOver = reason === 'expired' && status !== 'scheduled';
  const what = isOver ? 'over' : reason;
  return (
    <>
      <h1>{t(isOver && page.writing?.text ? 'overKeptTitle' : `${what}Title`)}</h1>
      <p>
        {t(isOver && status === 'completed' ? 'overComplete' : `${what}Text`, {
          time: expires_at ? page.moment(expires_at) : '',
        })}
      </p>
      {unsentText(page, screen)}
      {isOver && mayAsk && (
        <section>
          <h2>{t('nowTitle')}</h2>
          <p>{t('moreTimeText')}</p>
        </section>
      )}
      <div class="actions">
        {mayAsk && button(page, t('moreTime'), { type: 'help_open', kind: 'more_time' }, 'primary')}
        {saveCopy(page)}
      </div>
    </>
  );
};

import { numberOf } from '../machine/session.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { SaveCopy } from '../parts/save-copy.tsx';
import { Status } from '../parts/status.tsx';
import { TextSection } from '../parts/text-section.tsx';

type ClosedProps = OnPage & { screen: ScreenOf<'closed'> };

/** What was typed and not sent, as far as this device has it, and who can see it. */
const Unsent = ({ page, screen }: ClosedProps) => {
  const { t, list, number, time, brand, session, writing } = page;
  const employer = brand?.employer_name ?? t('theEmployer');
  if (!writing?.text) {
    const questions = list((screen.unsent_questions ?? []).map((each) => number(each)));
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
      <TextSection page={page} title={title} text={text}>
        <Status shape={isSaved ? 'check' : 'alert'}>
          {isSaved
            ? !!saved_at && t('saved', { time: time(saved_at) })
            : t(isSent ? 'sentUnknown' : page.onDevice ? 'keptHere' : 'nowhere')}
        </Status>
        {isSaved && screen.reason === 'expired' && <p>{t('unsentSeen', { employer })}</p>}
      </TextSection>
    </div>
  );
};

/** What happened, what was typed and not sent, and what can be done now. */
export const ClosedScreen = ({ page, screen }: ClosedProps) => {
  const { t } = page;
  const { reason, expires_at, status, mayAsk } = screen;
  const hasText = !!page.writing?.text;
  const isOver = reason === 'expired' && status !== 'scheduled';
  const what = isOver ? 'over' : reason;
  return (
    <>
      <h1>{t(isOver && hasText ? 'overKeptTitle' : `${what}Title`)}</h1>
      <p>
        {t(isOver && status === 'completed' ? 'overComplete' : `${what}Text`, {
          time: expires_at ? page.moment(expires_at) : '',
        })}
      </p>
      <Unsent page={page} screen={screen} />
      {isOver && mayAsk && (
        <section>
          <h2>{t('nowTitle')}</h2>
          <p>{t('moreTimeText')}</p>
        </section>
      )}
      <div class="actions">
        {mayAsk && (
          <ActionButton page={page} look="primary" does={{ type: 'help_open', kind: 'more_time' }}>
            {t('moreTime')}
          </ActionButton>
        )}
        <SaveCopy page={page} />
      </div>
    </>
  );
};

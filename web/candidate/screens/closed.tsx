import { numberOf } from '../machine/session.ts';
import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { SaveCopy } from '../parts/save-copy.tsx';
import { Status } from '../parts/status.tsx';

type ClosedProps = OnPage & { screen: ScreenOf<'closed'> };

/** What was typed and not sent, as far as this device has it, and who can see it. */
const Unsent = ({ page, screen }: ClosedProps) => {
  const { brand, translator, state } = page;
  const { t, list, number, time } = translator;
  const { session, writing } = state;
  const employer = brand?.employer_name ?? t('theEmployer');
  if (!writing?.text) {
    const questions = list((screen.unsent_questions ?? []).map((each) => number(each)));
    return questions && <p>{t('unsentList', { employer, questions })}</p>;
  }
  const { question_id, text, version, sent, saved_at, onDevice } = writing;
  const isSaved = sent === version;
  return (
    <section>
      <h2>
        {session ? t('unsentTitle', { number: numberOf(session, question_id) }) : t('typedNotSent')}
      </h2>
      <p class="written" lang={session?.language} dir="auto">
        {text}
      </p>
      <Status shape={isSaved ? 'check' : 'alert'}>
        {isSaved
          ? !!saved_at && t('saved', { time: time(saved_at) })
          : t(onDevice ? 'keptHere' : 'nowhere')}
      </Status>
      {isSaved && screen.reason === 'expired' && <p>{t('unsentSeen', { employer })}</p>}
    </section>
  );
};

/** What happened, what was typed and not sent, and what can be done now. */
export const ClosedScreen = ({ page, screen }: ClosedProps) => {
  const { translator, state } = page;
  const { t } = translator;
  const { reason, expires_at, status, mayAsk } = screen;
  const hasText = !!state.writing?.text;
  const isOver = reason === 'expired' && status !== 'scheduled';
  const title = hasText ? 'overKeptTitle' : 'overTitle';
  const text = status === 'completed' ? 'overComplete' : 'overText';
  return (
    <>
      <h1>{t(isOver ? title : `${reason}Title`)}</h1>
      <p>
        {t(isOver ? text : `${reason}Text`, {
          time: expires_at ? translator.moment(expires_at) : '',
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
        {(state.session || hasText) && <SaveCopy page={page} />}
      </div>
    </>
  );
};

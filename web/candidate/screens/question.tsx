import { saveState } from '../machine/draft.ts';
import { problemOf, roomIn } from '../machine/length.ts';
import { isStored, numberOf } from '../machine/session.ts';
import type { Writing } from '../machine/state.ts';
import type { OnPage, Page } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import type { Shape } from '../parts/icon.tsx';
import { SaveCopy } from '../parts/save-copy.tsx';
import { SoundRow } from '../parts/sound-row.tsx';
import { Status } from '../parts/status.tsx';
import { Steps } from '../parts/steps.tsx';
import { TextField } from '../parts/text-field.tsx';
import { SeveralTexts } from './several-texts.tsx';

type StatusLine = [shape: Shape, text: string];

/** From this length on, in UTF-16 units, the browser lays the field out in the cheaper way. */
const longText = 5_000;

/** Of the text's saving: each of its states, apart from none, is a message. */
const savedStatus = ({ t, time, onDevice }: Page, writing: Writing): StatusLine => {
  const state = saveState(writing, onDevice);
  if (state === 'none') return ['check', ''];
  const isLong = state === 'refused' && problemOf(writing.text);
  const shape = state === 'saved' ? 'check' : 'alert';
  return [shape, t(isLong ? 'refusedLong' : state, { time: time(writing.saved_at ?? 0) })];
};

/** The status of the answer: of its sending while that is under way, else of its saving. */
const answerStatus = (page: Page, writing: Writing): StatusLine => {
  const { t, sending } = page;
  if (sending.phase === 'idle') return savedStatus(page, writing);
  if (sending.phase === 'waiting') return ['alert', t('notSent')];
  const long = isStored(page) ? 'longStored' : 'longUnknown';
  return ['wait', t((['sending', 'reading', long] as const)[sending.stage])];
};

/** One question, with the field for its answer. */
export const QuestionView = ({ page }: OnPage) => {
  const { t, moment, session, writing, opened, sending, ends } = page;
  const question = session?.questions.find(({ id }) => id === writing?.question_id);
  if (!session || !writing || !question) return null;
  // An answer on its way is no longer to be chosen.
  if (writing.other && sending.phase !== 'sending') {
    return <SeveralTexts page={page} screen={writing} />;
  }
  const isBusy = sending.phase !== 'idle';
  const [shape, status] = answerStatus(page, writing);
  const { text } = writing;
  const room = roomIn(text);
  return (
    <>
      <Steps page={page} number={numberOf(session, question.id)} />
      <h1 id="q" lang={session.language} dir="auto">
        {question.text}
      </h1>
      <SoundRow page={page} url={question.audio_url} />
      <TextField
        page={page}
        hint="answerHint"
        class={text.length > longText ? 'long' : undefined}
        lang={session.language}
        value={text}
        readOnly={isBusy}
      >
        {room !== null && (
          <p class="hint">
            {t(room < 0 ? 'charactersOver' : 'charactersLeft', { count: Math.abs(room) })}
          </p>
        )}
      </TextField>
      <Status shape={shape}>{status}</Status>
      <div class="actions">
        <ActionButton page={page} look="primary" isBusy={isBusy}>
          {t('send')}
        </ActionButton>
        {sending.failures > 0 && (
          <>
            <ActionButton page={page} does={{ type: 'try_now' }}>
              {t('tryNow')}
            </ActionButton>
            <SaveCopy page={page} />
          </>
        )}
      </div>
      {opened && !ends.told && (
        <p class="meta">{t('timeText', { time: moment(opened.expires_at) })}</p>
      )}
    </>
  );
};

import { saveState } from '../machine/draft.ts';
import { problemOf, roomIn } from '../machine/length.ts';
import { isStored, numberOf } from '../machine/session.ts';
import type { Writing } from '../machine/state.ts';
import type { Page } from '../page.ts';
import { button } from '../parts/action-button.tsx';
import type { Shape } from '../parts/icon.tsx';
import { saveCopy } from '../parts/save-copy.tsx';
import { soundRow } from '../parts/sound-row.tsx';
import { statusLine } from '../parts/status.tsx';
import { stepsOf } from '../parts/steps.tsx';
import { textField } from '../parts/text-field.tsx';
import { severalTexts } from './several-texts.tsx';

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
export const questionScreen = (page: Page) => {
  const { t, moment, session, writing, opened, sending, ends } = page;
  const question = session?.questions.find(({ id }) => id === writing?.question_id);
  if (!session || !writing || !question) return null;
  // An answer on its way is no longer to be chosen.
  if (writing.other && sending.phase !== 'sending') {
    return severalTexts(page, writing);
  }
  const isBusy = sending.phase !== 'idle';
  const [shape, status] = answerStatus(page, writing);
  const { text } = writing;
  const room = roomIn(text);
  return (
    <>
      {stepsOf(page, numberOf(session, question.id))}
      <h1 id="q" lang={session.language} dir="auto">
        {question.text}
      </h1>
      {soundRow(page, question.audio_url)}
      {textField(
        page,
        {
          hint: 'answerHint',
          class: text.length > longText ? 'long' : '',
          lang: session.language,
          value: text,
          readOnly: isBusy,
        },
        room !== null && (
          <p class="hint">
            {t(room < 0 ? 'charactersOver' : 'charactersLeft', { count: Math.abs(room) })}
          </p>
        ),
      )}
      {statusLine(shape, status)}
      <div class="actions">
        {button(page, t('send'), undefined, 'primary', isBusy)}
        {sending.failures > 0 && (
          <>
            {button(page, t('tryNow'), { type: 'try_now' })}
            {saveCopy(page)}
          </>
        )}
      </div>
      {opened && !ends.told && (
        <p class="meta">{t('timeText', { time: moment(opened.expires_at) })}</p>
      )}
    </>
  );
};

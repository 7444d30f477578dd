import { saveState } from '../machine/draft.ts';
import { problemOf, roomIn } from '../machine/length.ts';
import { isStored, numberOf } from '../machine/session.ts';
import { longestAnswer, type ScreenOf, type Writing } from '../machine/state.ts';
import type { OnPage, Page } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { FieldError } from '../parts/field-error.tsx';
import { Form } from '../parts/form.tsx';
import type { Shape } from '../parts/icon.tsx';
import { Problem } from '../parts/problem.tsx';
import { SaveCopy } from '../parts/save-copy.tsx';
import { SoundRow } from '../parts/sound-row.tsx';
import { Status } from '../parts/status.tsx';
import { Steps } from '../parts/steps.tsx';
import { SeveralTexts } from './several-texts.tsx';

type StatusLine = [shape: Shape, text: string];

/** From this length on, in UTF-16 units, the browser lays the field out in the cheaper way. */
const longText = 5_000;

const savedStatus = ({ t, time }: Page['translator'], writing: Writing): StatusLine => {
  switch (saveState(writing)) {
    case 'saved':
      return ['check', t('savedAt', { time: time(writing.saved_at ?? '') })];
    case 'device':
      return ['device', t('savedHere')];
    case 'refused':
      return ['alert', t(problemOf(writing.text) ? 'refusedLong' : 'refusedSigns')];
    case 'nowhere':
      return ['alert', t('savedNowhere')];
    case 'none':
      return ['check', ''];
  }
};

/** The status of the answer: of its sending while that is under way, else of its saving. */
const answerStatus = ({ translator, state }: Page, writing: Writing): StatusLine => {
  const { sending } = state;
  if (sending.phase === 'idle') return savedStatus(translator, writing);
  if (sending.phase === 'waiting') return ['alert', translator.t('notSent')];
  const long = isStored(state) ? 'longStored' : 'longUnknown';
  return ['wait', translator.t((['sending', 'reading', long] as const)[sending.stage])];
};

/** One question, with the field for its answer. */
export const QuestionView = ({ page, screen }: OnPage & { screen: ScreenOf<'question'> }) => {
  const { dispatch, translator, state } = page;
  const { session, writing, opened, sending } = state;
  const { t, moment } = translator;
  const question = session?.questions.find(({ id }) => id === writing?.question_id);
  if (!session || !writing || !question) return null;
  // An answer on its way is no longer to be chosen.
  if (writing.other && sending.phase !== 'sending') {
    return <SeveralTexts page={page} screen={writing} />;
  }
  const isBusy = sending.phase !== 'idle';
  const [shape, status] = answerStatus(page, writing);
  const room = roomIn(writing.text);
  const problem = screen.problem && t(screen.problem, { count: longestAnswer });
  return (
    <Form page={page} sends="send">
      {problem && <Problem page={page} field="answer" text={problem} />}
      <Steps page={page} number={numberOf(session, question.id)} />
      <h1 id="q" lang={session.language} dir="auto">
        {question.text}
      </h1>
      <SoundRow page={page} url={question.audio_url} />
      <div class="answer">
        <label id="label" for="answer">
          {t('yourAnswer')}
        </label>
        <p class="hint" id="hint">
          {t('answerHint')}
        </p>
        <FieldError page={page} text={problem} />
        <textarea
          id="answer"
          class={writing.text.length > longText ? 'long' : undefined}
          dir="auto"
          lang={session.language}
          value={writing.text}
          readOnly={isBusy}
          aria-labelledby="label q"
          aria-describedby={problem ? 'hint wrong' : 'hint'}
          aria-invalid={problem ? 'true' : undefined}
          onInput={({ currentTarget }) => dispatch({ type: 'typed', text: currentTarget.value })}
        />
        {room !== null && (
          <p class="hint">
            {t(room < 0 ? 'charactersOver' : 'charactersLeft', { count: Math.abs(room) })}
          </p>
        )}
      </div>
      <Status shape={shape}>{status}</Status>
      <div class="actions">
        <button type="submit" class="btn primary" aria-disabled={isBusy}>
          {t('send')}
        </button>
        {sending.failures > 0 && (
          <>
            <ActionButton page={page} look="quiet" does={{ type: 'try_now' }}>
              {t('tryNow')}
            </ActionButton>
            <SaveCopy page={page} />
          </>
        )}
      </div>
      {opened && <p class="meta">{t('timeText', { time: moment(opened.expires_at) })}</p>}
    </Form>
  );
};

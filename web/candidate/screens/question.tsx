import { saveState } from '../machine/draft.ts';
import { numberOf } from '../machine/session.ts';
import { longestAnswer, type ScreenOf, type Writing } from '../machine/state.ts';
import type { OnPage, Page } from '../page.ts';
import { Deed } from '../parts/deed.tsx';
import { Form } from '../parts/form.tsx';
import type { Shape } from '../parts/icon.tsx';
import { OtherText } from '../parts/other-text.tsx';
import { Problem } from '../parts/problem.tsx';
import { SaveCopy } from '../parts/save-copy.tsx';
import { SoundRow } from '../parts/sound-row.tsx';
import { Status } from '../parts/status.tsx';
import { Steps } from '../parts/steps.tsx';

type Said = [shape: Shape, text: string];

/** Characters below which the count of what is left is shown. */
const nearLimit = 1_000;

const savedSaid = ({ say, time }: Page['speech'], writing: Writing): Said => {
  switch (saveState(writing)) {
    case 'saved':
      return ['check', say('savedAt', { time: time(writing.saved_at ?? '') })];
    case 'device':
      return ['alert', say('savedHere')];
    case 'nowhere':
      return ['alert', say('savedNowhere')];
    case 'none':
      return ['check', ''];
  }
};

/** What is said of the answer: of its sending while that goes on, else of its saving. */
const answerSaid = (
  { speech }: Page,
  { sending }: ScreenOf<'question'>,
  writing: Writing,
): Said => {
  if (sending.phase === 'idle') return savedSaid(speech, writing);
  if (sending.phase === 'waiting') return ['alert', speech.say('notSent')];
  const long = sending.stored ? 'longStored' : 'longUnknown';
  return ['wait', speech.say((['sending', 'reading', long] as const)[sending.stage])];
};

/** One question, and the room for its answer. */
export const QuestionView = ({ page, screen }: OnPage & { screen: ScreenOf<'question'> }) => {
  const { dispatch, speech, state } = page;
  const { session, writing, opened } = state;
  const { say } = speech;
  const question = session?.questions.find(({ id }) => id === writing?.question_id);
  if (!session || !writing || !question) return null;
  const { phase } = screen.sending;
  const [shape, said] = answerSaid(page, screen, writing);
  const left = longestAnswer - writing.text.length;
  const problem = screen.problem && say(screen.problem, { count: longestAnswer });
  return (
    <Form page={page} sends="send">
      {problem && <Problem page={page} field="answer" text={problem} />}
      <Steps page={page} number={numberOf(session, question.id)} />
      <h1 class="written" lang={session.language} dir="auto">
        {question.text}
      </h1>
      <SoundRow page={page} url={question.audio_url} />
      {writing.other && <OtherText page={page} other={writing.other} />}
      <label for="answer">{say('yourAnswer')}</label>
      <p class="hint" id="hint">
        {say('answerHint')}
      </p>
      <textarea
        id="answer"
        rows={8}
        dir="auto"
        lang={session.language}
        value={writing.text}
        readOnly={phase !== 'idle'}
        aria-describedby={problem ? 'problem hint' : 'hint'}
        aria-invalid={problem ? 'true' : undefined}
        onInput={({ currentTarget }) => dispatch({ type: 'typed', text: currentTarget.value })}
      />
      {left < nearLimit && (
        <p class="hint">
          {say(left < 0 ? 'charactersOver' : 'charactersLeft', { count: Math.abs(left) })}
        </p>
      )}
      <div class="actions">
        <button type="submit" class="primary" aria-disabled={phase !== 'idle'}>
          {say('send')}
        </button>
        <Status shape={shape}>{said}</Status>
      </div>
      {phase === 'waiting' && (
        <div class="actions">
          <Deed page={page} look="quiet" does={{ type: 'try_now' }}>
            {say('tryNow')}
          </Deed>
          <SaveCopy page={page} />
        </div>
      )}
      {opened && <p class="hint">{say('timeText', { time: speech.moment(opened.expires_at) })}</p>}
    </Form>
  );
};

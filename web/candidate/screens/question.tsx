import { copyOf } from '../copy/copy.ts';
import { saveState } from '../machine/draft.ts';
import { numberOf } from '../machine/session.ts';
import { longestAnswer, type Screen, type Writing } from '../machine/state.ts';
import type { OnPage, Page } from '../page.ts';
import { OtherText } from '../parts/other-text.tsx';
import { Problem } from '../parts/problem.tsx';
import { SoundRow } from '../parts/sound-row.tsx';
import { type Said, Status } from '../parts/status.tsx';
import { Steps } from '../parts/steps.tsx';

type QuestionScreen = Extract<Screen, { name: 'question' }>;

/** Characters below which the count of what is left is shown. */
const nearLimit = 1_000;

const savedSaid = ({ speech }: Page, writing: Writing): Said | null => {
  switch (saveState(writing)) {
    case 'saved':
      return {
        shape: 'check',
        text: speech.say('savedAt', { time: speech.time(writing.saved_at ?? '') }),
      };
    case 'device':
      return { shape: 'device', text: speech.say('savedHere') };
    case 'nowhere':
      return { shape: 'alert', text: speech.say('savedNowhere') };
    case 'none':
      return null;
  }
};

/** What is said of the answer: of its sending while that goes on, else of its saving. */
export const answerSaid = (page: Page, { sending }: QuestionScreen, writing: Writing) => {
  const { say } = page.speech;
  if (sending.phase === 'idle') return savedSaid(page, writing);
  if (sending.phase === 'waiting') return { shape: 'alert' as const, text: say('notSent') };
  const long = sending.stored ? 'longStored' : 'longUnknown';
  const key = (['sending', 'reading', long] as const)[sending.stage];
  return { shape: 'wait' as const, text: say(key) };
};

const problems = { empty: 'answerEmpty', long: 'answerLong', refused: 'answerRefused' } as const;

/** One question, and the room for its answer. */
export const QuestionView = ({ page, screen }: OnPage & { screen: QuestionScreen }) => {
  const { dispatch, speech, state } = page;
  const { session, writing, opened } = state;
  const { say } = speech;
  const question = session?.questions.find(({ id }) => id === writing?.question_id);
  if (!session || !writing || !question) return null;
  const { phase } = screen.sending;
  const left = longestAnswer - writing.text.length;
  const problem = screen.problem && say(problems[screen.problem], { count: longestAnswer });
  return (
    <form
      class="sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        dispatch({ type: 'send' });
      }}
    >
      {problem && <Problem page={page} field="answer" text={problem} />}
      <Steps page={page} number={numberOf(session, question.id)} />
      <h1 class="asked" tabIndex={-1} lang={session.language} dir="auto">
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
        aria-describedby="hint"
        aria-invalid={problem ? 'true' : undefined}
        onInput={(event) => dispatch({ type: 'typed', text: event.currentTarget.value })}
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
        <Status said={answerSaid(page, screen, writing)} />
      </div>
      {phase === 'waiting' && (
        <div class="actions">
          <button type="button" class="quiet" onClick={() => dispatch({ type: 'try_now' })}>
            {say('tryNow')}
          </button>
          <button
            type="button"
            class="quiet"
            onClick={() =>
              page.save({ name: 'interview.txt', type: 'text/plain', text: copyOf(page, null) })
            }
          >
            {say('downloadAnswers')}
          </button>
        </div>
      )}
      {opened && <p class="hint">{say('timeText', { time: speech.moment(opened.expires_at) })}</p>}
    </form>
  );
};

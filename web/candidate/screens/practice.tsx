import type { Screen } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Problem } from '../parts/problem.tsx';
import { SoundButtons, SoundTrouble } from '../parts/sound-row.tsx';
import { Status } from '../parts/status.tsx';

const tones = '/assets/two-tones.wav';

/** A sound check and a question that nobody reads. */
export const Practice = ({
  page,
  screen,
}: OnPage & { screen: Extract<Screen, { name: 'practice' }> }) => {
  const { dispatch, speech, state } = page;
  const { say } = speech;
  const { textOnly } = state.sound;
  const choose = (on: boolean) => dispatch({ type: 'prefer', change: { textOnly: on } });
  return (
    <div class="sheet">
      {screen.problem && <Problem page={page} field="answer" text={say('answerEmpty')} />}
      <h1 tabIndex={-1}>{say('practiceTitle')}</h1>
      <h2>{say('soundTitle')}</h2>
      <p>{say(textOnly ? 'textOnlyOn' : 'soundText')}</p>
      <div class="sound">
        {!textOnly && <SoundButtons page={page} url={tones} label={say('playTones')} />}
        <button type="button" class="link" onClick={() => choose(!textOnly)}>
          {say(textOnly ? 'soundAgain' : 'textOnly')}
        </button>
        <SoundTrouble page={page} url={tones} />
      </div>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          dispatch({ type: 'send' });
        }}
      >
        <h2>{say('practiceQuestionTitle')}</h2>
        <p class="asked">{say('practiceQuestion')}</p>
        <label for="answer">{say('yourAnswer')}</label>
        <textarea
          id="answer"
          rows={4}
          value={screen.text}
          aria-invalid={screen.problem ? 'true' : undefined}
          onInput={(event) => dispatch({ type: 'typed', text: event.currentTarget.value })}
        />
        <Status said={screen.done ? { shape: 'check', text: say('practiceDone') } : null} />
        <div class="actions">
          <button type="submit" class={screen.done ? 'quiet' : 'primary'}>
            {say('send')}
          </button>
          <button
            type="button"
            class={screen.done ? 'primary' : 'quiet'}
            onClick={() => dispatch({ type: 'back' })}
          >
            {say('back')}
          </button>
        </div>
      </form>
    </div>
  );
};

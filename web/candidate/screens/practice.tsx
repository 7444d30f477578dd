import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Deed } from '../parts/deed.tsx';
import { Form } from '../parts/form.tsx';
import { Problem } from '../parts/problem.tsx';
import { SoundButtons, SoundTrouble } from '../parts/sound-row.tsx';
import { Status } from '../parts/status.tsx';

const tones = '/assets/two-tones.wav';

/** A sound check and a question that nobody reads. */
export const Practice = ({ page, screen }: OnPage & { screen: ScreenOf<'practice'> }) => {
  const { dispatch, speech, state } = page;
  const { say } = speech;
  const { textOnly } = state.sound;
  return (
    <Form page={page} sends="send">
      {screen.problem && <Problem page={page} field="answer" text={say(screen.problem)} />}
      <h1>{say('practiceTitle')}</h1>
      <h2>{say('soundTitle')}</h2>
      <p>{say(textOnly ? 'textOnlyOn' : 'soundText')}</p>
      <div class="sound">
        {!textOnly && <SoundButtons page={page} url={tones} label={say('playTones')} />}
        <Deed page={page} look="link" does={{ type: 'prefer', change: { textOnly: !textOnly } }}>
          {say(textOnly ? 'soundAgain' : 'textOnly')}
        </Deed>
        <SoundTrouble page={page} url={tones} />
      </div>
      <h2>{say('practiceQuestionTitle')}</h2>
      <p>{say('practiceQuestion')}</p>
      <label for="answer">{say('yourAnswer')}</label>
      <textarea
        id="answer"
        rows={4}
        dir="auto"
        value={screen.text}
        aria-invalid={screen.problem ? 'true' : undefined}
        onInput={({ currentTarget }) => dispatch({ type: 'typed', text: currentTarget.value })}
      />
      <Status shape="check">{screen.done && say('practiceDone')}</Status>
      <div class="actions">
        <button type="submit" class={screen.done ? 'quiet' : 'primary'}>
          {say('send')}
        </button>
        <Deed page={page} look={screen.done ? 'primary' : 'quiet'} does={{ type: 'back' }}>
          {say('back')}
        </Deed>
      </div>
    </Form>
  );
};

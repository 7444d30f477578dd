import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Form } from '../parts/form.tsx';
import { Problem } from '../parts/problem.tsx';
import { SoundButtons, SoundTrouble } from '../parts/sound-row.tsx';
import { Status } from '../parts/status.tsx';

const tones = '/assets/two-tones.wav';

/** A sound check, and a practice question whose answer is not sent. */
export const Practice = ({ page, screen }: OnPage & { screen: ScreenOf<'practice'> }) => {
  const { dispatch, translator, state } = page;
  const { t } = translator;
  const { textOnly } = state.sound;
  const change = { textOnly: !textOnly };
  return (
    <Form page={page} sends="send">
      {screen.problem && <Problem page={page} field="answer" text={t(screen.problem)} />}
      <h1>{t('practiceTitle')}</h1>
      <h2>{t('soundTitle')}</h2>
      <p>{t(textOnly ? 'textOnlyOn' : 'soundText')}</p>
      <div class="sound">
        {!textOnly && <SoundButtons page={page} url={tones} label={t('playTones')} />}
        <ActionButton page={page} look="link" does={{ type: 'prefer', change }}>
          {t(textOnly ? 'soundAgain' : 'textOnly')}
        </ActionButton>
        <SoundTrouble page={page} url={tones} />
      </div>
      <h2>{t('practiceQuestionTitle')}</h2>
      <p>{t('practiceQuestion')}</p>
      <label for="answer">{t('yourAnswer')}</label>
      <textarea
        id="answer"
        rows={4}
        dir="auto"
        value={screen.text}
        aria-invalid={screen.problem ? 'true' : undefined}
        onInput={({ currentTarget }) => dispatch({ type: 'typed', text: currentTarget.value })}
      />
      <Status shape="check">{screen.done && t('practiceDone')}</Status>
      <div class="actions">
        <button type="submit" class={screen.done ? 'quiet' : 'primary'}>
          {t('send')}
        </button>
        <ActionButton page={page} look={screen.done ? 'primary' : 'quiet'} does={{ type: 'back' }}>
          {t('back')}
        </ActionButton>
      </div>
    </Form>
  );
};

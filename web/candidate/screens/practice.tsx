import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { FieldError } from '../parts/field-error.tsx';
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
  const problem = screen.problem && t(screen.problem);
  return (
    <Form page={page} sends="send">
      {problem && <Problem page={page} field="answer" text={problem} />}
      <h1>{t('practiceTitle')}</h1>
      <section>
        <h2>{t('soundTitle')}</h2>
        <p>{t(textOnly ? 'textOnlyOn' : 'soundText')}</p>
        <div class="sound">
          {!textOnly && <SoundButtons page={page} url={tones} label={t('playTones')} />}
          <ActionButton page={page} look="link" does={{ type: 'prefer', change }}>
            {t(textOnly ? 'soundAgain' : 'textOnly')}
          </ActionButton>
          <SoundTrouble page={page} url={tones} />
        </div>
      </section>
      <section>
        <h2>{t('practiceQuestionTitle')}</h2>
        <p>{t('practiceQuestion')}</p>
      </section>
      <div class="answer">
        <label for="answer">{t('yourAnswer')}</label>
        <FieldError page={page} text={problem} />
        <textarea
          id="answer"
          dir="auto"
          value={state.practised}
          aria-invalid={problem ? 'true' : undefined}
          aria-describedby={problem ? 'wrong' : undefined}
          onInput={({ currentTarget }) => dispatch({ type: 'typed', text: currentTarget.value })}
        />
      </div>
      <div class="actions">
        <button type="submit" class="btn primary">
          {t('send')}
        </button>
        <ActionButton page={page} look="quiet" does={{ type: 'back' }}>
          {t('back')}
        </ActionButton>
      </div>
      <Status shape="check">{screen.done && t('practiceDone')}</Status>
    </Form>
  );
};

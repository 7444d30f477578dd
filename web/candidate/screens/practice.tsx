import type { ScreenOf } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { SoundButtons, SoundTrouble } from '../parts/sound-row.tsx';
import { Status } from '../parts/status.tsx';
import { TextField } from '../parts/text-field.tsx';

const tones = '/assets/two-tones.wav';

/** A sound check, and a practice question whose answer is not sent. */
export const Practice = ({ page, screen }: OnPage & { screen: ScreenOf<'practice'> }) => {
  const { t } = page;
  const { textOnly } = page.sound;
  return (
    <>
      <h1>{t('practiceTitle')}</h1>
      <section>
        <h2>{t('soundTitle')}</h2>
        <p>{t(textOnly ? 'textOnlyOn' : 'soundText')}</p>
        <div class="sound">
          <SoundButtons page={page} url={tones} label={t('playTones')} />
          {!textOnly && (
            <ActionButton
              page={page}
              look="link"
              does={{ type: 'prefer', change: { textOnly: true } }}
            >
              {t('textOnly')}
            </ActionButton>
          )}
          <SoundTrouble page={page} url={tones} />
        </div>
      </section>
      <section>
        <h2>{t('practiceQuestionTitle')}</h2>
        <p id="q">{t('practiceQuestion')}</p>
      </section>
      <TextField page={page} value={page.practised} />
      <div class="actions">
        <ActionButton page={page} look="primary">
          {t('send')}
        </ActionButton>
        <ActionButton page={page} does={{ type: 'back' }}>
          {t('back')}
        </ActionButton>
      </div>
      <Status shape="check">{screen.done && t('practiceDone')}</Status>
    </>
  );
};

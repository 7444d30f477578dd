import type { ScreenOf } from '../machine/state.ts';
import type { Page } from '../page.ts';
import { button } from '../parts/action-button.tsx';
import { soundButtons, soundTrouble } from '../parts/sound-row.tsx';
import { statusLine } from '../parts/status.tsx';
import { textField } from '../parts/text-field.tsx';

const tones = '/assets/two-tones.wav';

/** A sound check, and a practice question whose answer is not sent. */
export const practiceScreen = (page: Page, screen: ScreenOf<'practice'>) => {
  const { t } = page;
  const { textOnly } = page.sound;
  return (
    <>
      <h1>{t('practiceTitle')}</h1>
      <section>
        <h2>{t('soundTitle')}</h2>
        <p>{t(textOnly ? 'textOnlyOn' : 'soundText')}</p>
        <div class="sound">
          {soundButtons(page, tones, t('playTones'))}
          {!textOnly &&
            button(page, t('textOnly'), { type: 'prefer', change: { textOnly: true } }, 'plain')}
          {soundTrouble(page, tones)}
        </div>
      </section>
      <section>
        <h2>{t('practiceQuestionTitle')}</h2>
        <p id="q">{t('practiceQuestion')}</p>
      </section>
      {textField(page, { value: page.practised })}
      <div class="actions">
        {button(page, t('send'))}
        {button(page, t('back'), { type: 'back' })}
      </div>
      {statusLine('check', screen.done && t('practiceDone'))}
    </>
  );
};

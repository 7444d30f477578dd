import type { Page } from '../page.ts';
import { button } from './action-button.tsx';
import { icon } from './icon.tsx';

const rates = [0.75, 1, 1.25, 1.5];

/** Play, pause and replay of one sound; one button of them, if none is wanted, to want it again. */
export const soundButtons = (page: Page, url: string, label: string) => {
  const { t } = page;
  const { status, url: current, textOnly } = page.sound;
  const isThis = current === url;
  const isPlaying = isThis && status === 'playing';
  const canReplay = isThis && !textOnly && ['playing', 'paused', 'ended'].includes(status);
  return (
    <>
      {textOnly
        ? button(page, t('soundAgain'), { type: 'prefer', change: { textOnly: false } })
        : button(
            page,
            <>
              {icon(isPlaying ? 'pause' : 'play')}
              {isPlaying ? t('pause') : label}
            </>,
            { type: 'play', url },
          )}
      {canReplay && button(page, t('replay'), { type: 'play', url, restart: true })}
    </>
  );
};

/** A problem with the sound, in one sentence. The live region is in the page before it is needed. */
export const soundTrouble = (page: Page, url: string) => {
  const { status, url: current } = page.sound;
  const text = status === 'failed' ? 'soundFailed' : status === 'blocked' && 'soundBlocked';
  return (
    <p class="hint" role="status">
      {current === url && text && page.t(text)}
    </p>
  );
};

/** The sound of a question, or nothing if there is none. */
export const soundRow = (page: Page, url: string | null) => {
  const { t, number, dispatch } = page;
  const { rate, auto, textOnly } = page.sound;
  if (!url) return null;
  return (
    <div class="sound">
      {soundButtons(page, url, t('play'))}
      {!textOnly && (
        <details>
          <summary>{t('soundOptions')}</summary>
          <label>
            {t('speed')}{' '}
            <select
              value={rate}
              onChange={({ currentTarget }) =>
                dispatch({ type: 'prefer', change: { rate: Number(currentTarget.value) } })
              }
            >
              {rates.map((each) => (
                <option value={each}>{number(each)}×</option>
              ))}
            </select>
          </label>
          <label class="check">
            <input
              type="checkbox"
              checked={auto}
              onChange={({ currentTarget }) =>
                dispatch({ type: 'prefer', change: { auto: currentTarget.checked } })
              }
            />
            {t('autoplay')}
          </label>
        </details>
      )}
      {soundTrouble(page, url)}
    </div>
  );
};

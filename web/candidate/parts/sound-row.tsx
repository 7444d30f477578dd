import type { OnPage } from '../page.ts';
import { ActionButton } from './action-button.tsx';
import { Icon } from './icon.tsx';

const rates = [0.75, 1, 1.25, 1.5];

/** Play, pause and replay of one sound; one button of them, if none is wanted, to want it again. */
export const SoundButtons = ({ page, url, label }: OnPage & { url: string; label: string }) => {
  const { t } = page;
  const { status, url: current, textOnly } = page.sound;
  const isThis = current === url;
  const isPlaying = isThis && status === 'playing';
  const canReplay = isThis && !textOnly && ['playing', 'paused', 'ended'].includes(status);
  return (
    <>
      {textOnly ? (
        <ActionButton page={page} does={{ type: 'prefer', change: { textOnly: false } }}>
          {t('soundAgain')}
        </ActionButton>
      ) : (
        <ActionButton page={page} does={{ type: 'play', url }}>
          <Icon shape={isPlaying ? 'pause' : 'play'} />
          {isPlaying ? t('pause') : label}
        </ActionButton>
      )}
      {canReplay && (
        <ActionButton page={page} does={{ type: 'play', url, restart: true }}>
          {t('replay')}
        </ActionButton>
      )}
    </>
  );
};

/** A problem with the sound, in one sentence. The live region is in the page before it is needed. */
export const SoundTrouble = ({ page, url }: OnPage & { url: string }) => {
  const { status, url: current } = page.sound;
  const text = status === 'failed' ? 'soundFailed' : status === 'blocked' && 'soundBlocked';
  return (
    <p class="hint" role="status">
      {current === url && text && page.t(text)}
    </p>
  );
};

/** The sound of a question, or nothing if there is none. */
export const SoundRow = ({ page, url }: OnPage & { url: string | null }) => {
  const { t, number, dispatch } = page;
  const { rate, auto, textOnly } = page.sound;
  if (!url) return null;
  return (
    <div class="sound">
      <SoundButtons page={page} url={url} label={t('play')} />
      {!textOnly && (
        <details>
          <summary>{t('soundOptions')}</summary>
          <label>
            {t('speed')}
            <select
              value={rate}
              onChange={({ currentTarget }) =>
                dispatch({ type: 'prefer', change: { rate: Number(currentTarget.value) } })
              }
            >
              {rates.map((each) => (
                <option key={each} value={each}>
                  {number(each)}×
                </option>
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
      <SoundTrouble page={page} url={url} />
    </div>
  );
};

import type { OnPage } from '../page.ts';
import { Icon } from './icon.tsx';

const rates = [0.75, 1, 1.25, 1.5];

/** Play, pause and replay of one sound. */
export const SoundButtons = ({ page, url, label }: OnPage & { url: string; label: string }) => {
  const { dispatch, speech, state } = page;
  const isThis = state.sound.url === url;
  const isPlaying = isThis && state.sound.status === 'playing';
  return (
    <>
      <button type="button" class="quiet" onClick={() => dispatch({ type: 'play', url })}>
        <Icon shape={isPlaying ? 'pause' : 'play'} />
        {isPlaying ? speech.say('pause') : label}
      </button>
      {isThis && state.sound.status !== 'idle' && (
        <button
          type="button"
          class="quiet"
          onClick={() => dispatch({ type: 'play', url, restart: true })}
        >
          <Icon shape="replay" />
          {speech.say('replay')}
        </button>
      )}
    </>
  );
};

/** What is wrong with the sound, in one sentence. It is in the page before it is needed. */
export const SoundTrouble = ({ page, url }: OnPage & { url: string }) => {
  const { sound } = page.state;
  const isTrouble = sound.url === url && (sound.status === 'failed' || sound.status === 'blocked');
  const key = sound.status === 'failed' ? 'soundFailed' : 'soundBlocked';
  return (
    <p class="hint" role="status">
      {isTrouble && page.speech.say(key)}
    </p>
  );
};

/** The sound of a question, or nothing where there is none or none is wanted. */
export const SoundRow = ({ page, url }: OnPage & { url: string | null }) => {
  const { dispatch, speech, state } = page;
  const { rate, auto, textOnly } = state.sound;
  if (!url) return null;
  if (textOnly) {
    return (
      <p class="sound">
        <button
          type="button"
          class="link"
          onClick={() => dispatch({ type: 'prefer', change: { textOnly: false } })}
        >
          {speech.say('soundAgain')}
        </button>
      </p>
    );
  }
  return (
    <div class="sound">
      <SoundButtons page={page} url={url} label={speech.say('play')} />
      <details>
        <summary>{speech.say('soundOptions')}</summary>
        <label>
          {speech.say('speed')}
          <select
            value={String(rate)}
            onChange={(event) =>
              dispatch({ type: 'prefer', change: { rate: Number(event.currentTarget.value) } })
            }
          >
            {rates.map((each) => (
              <option key={each} value={String(each)}>
                {speech.number(each)}×
              </option>
            ))}
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={auto}
            onChange={(event) =>
              dispatch({ type: 'prefer', change: { auto: event.currentTarget.checked } })
            }
          />
          {speech.say('autoplay')}
        </label>
      </details>
      <SoundTrouble page={page} url={url} />
    </div>
  );
};

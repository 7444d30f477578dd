import type { OnPage } from '../page.ts';
import { Deed } from './deed.tsx';
import { Icon } from './icon.tsx';

const rates = [0.75, 1, 1.25, 1.5];

/** Play, pause and replay of one sound. */
export const SoundButtons = ({ page, url, label }: OnPage & { url: string; label: string }) => {
  const { speech, state } = page;
  const isThis = state.sound.url === url;
  const isPlaying = isThis && state.sound.status === 'playing';
  return (
    <>
      <Deed page={page} look="quiet" does={{ type: 'play', url }}>
        <Icon shape={isPlaying ? 'pause' : 'play'} />
        {isPlaying ? speech.say('pause') : label}
      </Deed>
      {isThis && state.sound.status !== 'idle' && (
        <Deed page={page} look="quiet" does={{ type: 'play', url, restart: true }}>
          {speech.say('replay')}
        </Deed>
      )}
    </>
  );
};

/** What is wrong with the sound, in one sentence. It is in the page before it is needed. */
export const SoundTrouble = ({ page, url }: OnPage & { url: string }) => {
  const { status, url: current } = page.state.sound;
  const said = { failed: 'soundFailed', blocked: 'soundBlocked' } as const;
  return (
    <p class="hint" role="status">
      {current === url && status in said && page.speech.say(said[status as keyof typeof said])}
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
      <Deed page={page} look="link" does={{ type: 'prefer', change: { textOnly: false } }}>
        {speech.say('soundAgain')}
      </Deed>
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
            value={rate}
            onChange={({ currentTarget }) =>
              dispatch({ type: 'prefer', change: { rate: Number(currentTarget.value) } })
            }
          >
            {rates.map((each) => (
              <option key={each} value={each}>
                {speech.number(each)}×
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
          {speech.say('autoplay')}
        </label>
      </details>
      <SoundTrouble page={page} url={url} />
    </div>
  );
};

import { useEffect, useState } from 'preact/hooks';
import { Icon } from '../../../parts/icon.tsx';
import { minutesOf } from '../../../time.ts';

interface PlayerProps {
  /** The page's only one. */
  audio: HTMLAudioElement;
  /** Null where the question has no sound. */
  url: string | null;
  /** Of the answer, such as `answer 2`. */
  name: string;
}

const atRest = { isPlaying: false, hasFailed: false, time: 0, length: Number.NaN };

const clock = (seconds: number) => (Number.isFinite(seconds) ? minutesOf(Math.floor(seconds)) : '');

const heard = ['playing', 'pause', 'ended', 'timeupdate', 'durationchange', 'emptied', 'error'];

/** What the page's audio does with this sound; at rest while it has another. */
const useSound = (audio: HTMLAudioElement, url: string | null) => {
  const [sound, setSound] = useState(atRest);
  useEffect(() => {
    const leaving = new AbortController();
    const look = () => {
      const { paused, error, currentTime: time, duration: length } = audio;
      const isOurs = url !== null && audio.getAttribute('src') === url;
      setSound(
        isOurs ? { isPlaying: !paused && !error, hasFailed: error !== null, time, length } : atRest,
      );
    };
    for (const name of heard) audio.addEventListener(name, look, { signal: leaving.signal });
    return () => {
      leaving.abort();
      audio.pause();
    };
  }, [audio, url]);
  return sound;
};

/** The sound of a question, as the candidate could hear it. Without it everything else is still there. */
export const Player = ({ audio, url, name }: PlayerProps) => {
  const { isPlaying, hasFailed, time, length } = useSound(audio, url);
  if (url === null) return null;
  const toggle = () => {
    if (isPlaying) return audio.pause();
    if (audio.getAttribute('src') !== url || audio.error) audio.src = url;
    // What goes wrong is in the element's own events.
    audio.play().catch(() => {});
  };
  const part = length > 0 ? `${(100 * time) / length}%` : '0';
  return (
    <div class="player">
      <button
        type="button"
        class="btn"
        aria-label={`${isPlaying ? 'Pause' : 'Play'} the question of ${name} as it was spoken`}
        onClick={toggle}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <svg class="plot" height="6" aria-hidden="true">
        <rect class="bar-3" width="100%" height="6" rx="3" />
        <rect class="bar-1" width={part} height="6" rx="3" />
      </svg>
      <span class="num meta">{clock(time) + (length > 0 ? ` / ${clock(length)}` : '')}</span>
      <span class="meta" role="status">
        {hasFailed ? 'The sound cannot be played now.' : 'Question as it was spoken'}
      </span>
    </div>
  );
};

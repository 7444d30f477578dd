import type { EffectMap } from '../machine/effect.ts';
import type { Sound } from '../machine/state.ts';

export interface Player {
  play(what: EffectMap['play']): void;
  pause(): void;
}

/** The page's only player. `report` receives what really happens, not what was requested. */
export const playerOn = (
  audio: HTMLAudioElement,
  report: (status: Sound['status'], url: string) => void,
): Player => {
  let current = '';
  const tell = (status: Sound['status']) => current && report(status, current);
  audio.addEventListener('playing', () => tell('playing'));
  audio.addEventListener('pause', () => tell('paused'));
  audio.addEventListener('ended', () => tell('ended'));
  audio.addEventListener('error', () => tell('failed'));
  return {
    play({ url, rate, restart }) {
      if (url !== current) {
        current = url;
        audio.src = url;
      } else if (restart) {
        audio.currentTime = 0;
      }
      audio.playbackRate = rate;
      // Called directly from the click: a browser treats a later play() as an automatic one.
      audio.play().catch(({ name }: DOMException) => {
        // An abort is our own pause or a new source.
        if (name !== 'AbortError') tell(name === 'NotAllowedError' ? 'blocked' : 'failed');
      });
    },
    pause() {
      audio.pause();
    },
  };
};

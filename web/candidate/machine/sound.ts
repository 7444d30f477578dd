import { type Step, step } from './effect.ts';
import type { EventOf } from './event.ts';
import type { Preferences, State } from './state.ts';

/** Play and pause are one button: it does what the sound is not doing. */
export const playOrPause = (state: State, { url }: EventOf<'play'>): Step => {
  const { sound } = state;
  if (sound.url === url && sound.status === 'playing') return step(state, { type: 'pause' });
  const isGoingOn = sound.url === url && sound.status === 'paused';
  return step(state, { type: 'play', url, rate: sound.rate, restart: !isGoingOn });
};

/** From the beginning. */
export const replay = (state: State, { url }: EventOf<'replay'>): Step =>
  step(state, { type: 'play', url, rate: state.sound.rate, restart: true });

/** What the player reports. */
export const heard = (state: State, { status, url }: EventOf<'sound'>): Step =>
  step({ ...state, sound: { ...state.sound, status, url } });

/** Speed, automatic play, text only: kept for the next visit. */
export const prefer = (state: State, { preferences }: EventOf<'prefer'>): Step => {
  const sound = { ...state.sound, ...preferences };
  const { rate, auto, textOnly } = sound;
  const kept: Preferences = { rate, auto, textOnly };
  const { status, url } = sound;
  const keep = { type: 'keep_preferences', preferences: kept } as const;
  if (status !== 'playing' || !url) return step({ ...state, sound }, keep);
  return textOnly
    ? step({ ...state, sound }, keep, { type: 'pause' })
    : step({ ...state, sound }, keep, { type: 'play', url, rate, restart: false });
};

import { type Effect, pause, type Step, step } from './effect.ts';
import type { Event } from './event.ts';
import type { State } from './state.ts';

/** Play and pause share one button, which toggles. `restart` is the other button. */
export const play = (state: State, { url, restart }: Event<'play'>): Step => {
  const { status, rate, url: current } = state.sound;
  if (url === current && status === 'playing' && !restart) return step(state, pause);
  const isResuming = url === current && status === 'paused' && !restart;
  return step(state, { type: 'play', url, rate, restart: !isResuming });
};

/** What the player reports. */
export const playerReported = (state: State, { status, url }: Event<'sound'>): Step =>
  step({ ...state, sound: { ...state.sound, status, url } });

/** Speed, automatic play, text only: kept for the next visit. */
export const prefer = (state: State, { change }: Event<'prefer'>): Step => {
  const sound = { ...state.sound, ...change };
  const { rate, auto, textOnly, status, url } = sound;
  const now: Effect[] =
    status !== 'playing' || !url
      ? []
      : [textOnly ? pause : { type: 'play', url, rate, restart: false }];
  return step(
    { ...state, sound },
    { type: 'prefer', preferences: { rate, auto, textOnly } },
    ...now,
  );
};

import type { Body, Endpoints } from '../api/replies.ts';
import { busy, idle, type Kept, type Preferences, type State, type Typed } from './state.ts';
import { marks } from './timeouts.ts';

/** The candidate endpoints. */
export type Call = keyof Endpoints;

/** The fields that any call can carry. */
export type Content = Partial<Body<'start'> & Body<'submit'> & Body<'draft'> & Body<'help'>>;

/** One timer of each name runs at a time. */
export type Timer = 'slow' | 'retry' | 'rest' | 'limit' | 'tick' | 'end';

/** Every effect by its type, with what it carries. */
export interface EffectMap {
  /** `leaving` lets the request outlive the page. */
  ask: { call: Call; content: Content; leaving?: boolean | undefined };
  keep: { draft: Kept };
  forget: unknown;
  set_aside: { unsent: Typed[] };
  prefer: { preferences: Preferences };
  hold: { steal: boolean };
  release: unknown;
  wait: { timer: Timer; ms: number };
  stop: { timer: Timer };
  play: { url: string; rate: number; restart: boolean };
  pause: unknown;
  translate: { language: string };
}

export type EffectType = keyof EffectMap;
/** What `next` requests. The runner performs it and reports back with events. */
export type Effect<T extends EffectType = EffectType> = {
  [K in T]: { type: K } & EffectMap[K];
}[T];

export interface Step {
  state: State;
  effects: Effect[];
}

/** A state with what to do next. */
export const step = (state: State, ...effects: Effect[]): Step => ({ state, effects });

/** The same step with another look. */
export const show = (state: State, screen: State['screen'], ...effects: Effect[]): Step =>
  step({ ...state, screen }, ...effects);

/** One step with further effects after its own. */
export const also = (first: Step, ...effects: Effect[]): Step =>
  step(first.state, ...first.effects, ...effects);

export const ask = <C extends Call>(
  call: C,
  content: Body<C> & Content,
  leaving?: boolean,
): Effect => ({
  type: 'ask',
  call,
  content,
  leaving,
});
export const wait = (timer: Timer, ms: number): Effect => ({ type: 'wait', timer, ms });
export const stop = (timer: Timer): Effect => ({ type: 'stop', timer });
export const pause: Effect = { type: 'pause' };

const background = ['slow', 'retry', 'rest', 'limit', 'tick'] as const;
const quiet = [...background.map(stop), pause];

/** Another step: whatever the last one waited for, timed or played has ended. */
export const enter = (state: State, screen: State['screen'], ...effects: Effect[]): Step =>
  show({ ...state, sending: idle }, screen, ...quiet, ...effects);

/** A step that waits for what it asks. It counts as one more attempt if the last one failed. */
export const request = (state: State, screen: State['screen'], asks: Effect): Step => {
  const sending = { ...busy, failures: state.sending.failures };
  return show({ ...state, sending }, screen, ...quiet, asks, wait('slow', marks[0]));
};

import type { Body, Endpoints } from '../api/replies.ts';
import type { Kept, Preferences, State, Typed } from './state.ts';

/** The candidate endpoints. */
export type Call = keyof Endpoints;

/** The fields that any call can carry. */
export type Content = Partial<Body<'start'> & Body<'submit'> & Body<'draft'> & Body<'help'>>;

/** One timer of each name runs at a time. */
export type Timer = 'slow' | 'retry' | 'rest' | 'limit' | 'tick' | 'end';

/** What `next` requests. The runner performs it and reports back with events. */
export type Effect =
  /** `leaving` lets the request outlive the page. */
  | { type: 'ask'; call: Call; content: Content; leaving?: boolean }
  | { type: 'keep'; interview_id: string; draft: Kept }
  | { type: 'forget'; interview_id: string }
  | { type: 'set_aside'; interview_id: string; unsent: Typed[] }
  | { type: 'prefer'; preferences: Preferences }
  | { type: 'hold'; interview_id: string; steal: boolean }
  | { type: 'release' }
  | { type: 'wait'; timer: Timer; ms: number }
  | { type: 'stop'; timer: Timer }
  | { type: 'play'; url: string; rate: number; restart: boolean }
  | { type: 'pause' }
  | { type: 'translate'; language: string };

export interface Step {
  state: State;
  effects: Effect[];
}

/** A state with what to do next. */
export const step = (state: State, ...effects: Effect[]): Step => ({ state, effects });

/** The same state on another screen. */
export const show = (state: State, screen: State['screen'], ...effects: Effect[]): Step =>
  step({ ...state, screen }, ...effects);

/** One step with further effects after its own. */
export const also = (first: Step, ...effects: Effect[]): Step =>
  step(first.state, ...first.effects, ...effects);

export const ask = <C extends Call>(
  call: C,
  content: Body<C> & Content,
  leaving = false,
): Effect => ({
  type: 'ask',
  call,
  content,
  leaving,
});
export const wait = (timer: Timer, ms: number): Effect => ({ type: 'wait', timer, ms });
export const stop = (timer: Timer): Effect => ({ type: 'stop', timer });
export const pause: Effect = { type: 'pause' };

import type { Draft } from '../api/replies.ts';
import type { Help, Kept, Preferences, State } from './state.ts';

/** The candidate endpoints. */
export type Call = 'open' | 'start' | 'submit' | 'complete' | 'draft' | 'help';

/** One timer of each name runs at a time. */
export type Timer = 'slow' | 'retry' | 'rest' | 'limit' | 'tick';

/** What `next` asks for. The runner does it and reports back with events. */
export type Effect =
  | { type: 'open' }
  | { type: 'start'; interview_id: string; notice: boolean }
  | { type: 'submit'; session_id: string; question_id: string; text: string }
  | { type: 'complete'; session_id: string }
  | { type: 'save_draft'; session_id: string; draft: Draft; leaving: boolean }
  | { type: 'ask_help'; help: Pick<Help, 'kind' | 'message'> }
  | { type: 'keep'; interview_id: string; draft: Kept }
  | { type: 'forget'; interview_id: string }
  | { type: 'keep_preferences'; preferences: Preferences }
  | { type: 'hold_tab'; interview_id: string; steal: boolean }
  | { type: 'wait'; timer: Timer; ms: number }
  | { type: 'stop'; timer: Timer }
  | { type: 'play'; url: string; rate: number; restart: boolean }
  | { type: 'pause' }
  | { type: 'speak'; language: string };

export interface Step {
  state: State;
  effects: Effect[];
}

/** A state with what to do next. */
export const step = (state: State, ...effects: Effect[]): Step => ({ state, effects });

export const wait = (timer: Timer, ms: number): Effect => ({ type: 'wait', timer, ms });
export const stop = (timer: Timer): Effect => ({ type: 'stop', timer });

/** The same state on another screen. */
export const show = (state: State, screen: State['screen'], ...effects: Effect[]): Step =>
  step({ ...state, screen }, ...effects);

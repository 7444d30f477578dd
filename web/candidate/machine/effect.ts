import type { Kept, Preferences, State } from './state.ts';

/** The candidate endpoints. */
export type Call = 'open' | 'start' | 'submit' | 'complete' | 'draft' | 'help';

/** What a call carries, in the words of the public contract; the runner adds the token. */
export interface Content {
  interview_id?: string;
  notice_version?: string;
  session_id?: string;
  question_id?: string;
  response_text?: string;
  text?: string;
  version?: number;
  kind?: string | null;
  message?: string;
}

/** One timer of each name runs at a time. */
export type Timer = 'slow' | 'retry' | 'rest' | 'limit' | 'tick';

/** What `next` asks for. The runner does it and reports back with events. */
export type Effect =
  /** `leaving` lets the request outlive the page. */
  | { type: 'ask'; call: Call; content: Content; leaving?: boolean }
  | { type: 'keep'; interview_id: string; draft: Kept }
  | { type: 'forget'; interview_id: string }
  | { type: 'prefer'; preferences: Preferences }
  | { type: 'hold'; interview_id: string; steal: boolean }
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

/** The same state on another screen. */
export const show = (state: State, screen: State['screen'], ...effects: Effect[]): Step =>
  step({ ...state, screen }, ...effects);

/** First one step, then what follows from its state. */
export const also = (first: Step, ...effects: Effect[]): Step =>
  step(first.state, ...first.effects, ...effects);

export const ask = (call: Call, content: Content, leaving = false): Effect => ({
  type: 'ask',
  call,
  content,
  leaving,
});
export const wait = (timer: Timer, ms: number): Effect => ({ type: 'wait', timer, ms });
export const stop = (timer: Timer): Effect => ({ type: 'stop', timer });
export const pause: Effect = { type: 'pause' };

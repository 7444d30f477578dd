import type { Opened, Refusal, Result, Started, Submitted } from '../api/replies.ts';
import type { Call, Timer } from './effect.ts';
import type { HelpKind, Kept, Preferences, Sound } from './state.ts';

/** What the person does. */
type Deed =
  | { type: 'agree'; agreed: boolean }
  | { type: 'begin' }
  | { type: 'practise' }
  | { type: 'practise_typed'; text: string }
  | { type: 'practise_send' }
  | { type: 'practise_leave' }
  | { type: 'typed'; text: string }
  | { type: 'send' }
  | { type: 'use_other' }
  | { type: 'keep_mine' }
  | { type: 'continue' }
  | { type: 'try_now' }
  | { type: 'take_over' }
  | { type: 'help_open' }
  | { type: 'help_close' }
  | { type: 'help_kind'; kind: HelpKind }
  | { type: 'help_message'; message: string }
  | { type: 'help_send' }
  | { type: 'play'; url: string }
  | { type: 'replay'; url: string }
  | { type: 'prefer'; preferences: Partial<Preferences> };

/** What the server answered. `at` is the browser's monotonic clock in ms. */
type Reply =
  | { type: 'opened'; body: Opened; at: number }
  | { type: 'started'; body: Started; kept: Kept | null; at: number }
  | { type: 'submitted'; question_id: string; body: Submitted }
  | { type: 'completed'; body: Result }
  | { type: 'draft_saved'; question_id: string; version: number; saved_at: string }
  | { type: 'help_sent' }
  | { type: 'refused'; call: Call; question_id?: string; body: Refusal; at: number }
  /** No answer that can be used; `after` is how long the server asked us to wait, in ms. */
  | { type: 'unreachable'; call: Call; question_id?: string; after: number | null };

/** What happens around the page. */
type Happening =
  | { type: 'boot'; preferences: Preferences | null }
  | { type: 'online' }
  | { type: 'hidden' }
  | { type: 'visible' }
  | { type: 'timer'; timer: Timer; at: number }
  | { type: 'tab_held' }
  | { type: 'tab_refused' }
  | { type: 'tab_lost' }
  | { type: 'device_refused' }
  | { type: 'sound'; status: Sound['status']; url: string };

export type Event = Deed | Reply | Happening;
export type EventType = Event['type'];
/** The event of one type. */
export type EventOf<T extends EventType> = Extract<Event, { type: T }>;

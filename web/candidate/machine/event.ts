import type { Completed, Opened, Refusal, Saved, Started, Submitted } from '../api/replies.ts';
import type { Call, Content, Timer } from './effect.ts';
import type { Help, HelpKind, Kept, Preferences, Sound, Typed } from './state.ts';

/** What each call returns if it is not refused. */
interface Answers {
  open: Opened;
  start: Started;
  submit: Submitted;
  complete: Completed;
  draft: Saved;
  help: unknown;
}

/** What this device has stored for the interview: its draft, and texts set aside. */
export interface Stored {
  kept: Kept | null;
  unsent: Typed[];
}

/**
 * `content` is what was sent, `at` the browser's monotonic clock in ms when the answer came. What is
 * stored here comes with a start, and with the end of the link.
 */
interface Asked extends Partial<Stored> {
  call: Call;
  content: Content;
  at: number;
}

type AnswerEvents = {
  [C in Call as `answer_${C}`]: Asked & { body: Answers[C] };
};

/** Every event by its type, with what it carries. */
interface EventMap extends AnswerEvents {
  // What the person does.
  agree: { agreed: boolean };
  begin: unknown;
  practise: unknown;
  /** A keystroke in the answer field of the screen. */
  typed: { text: string };
  send: unknown;
  use_other: unknown;
  keep_mine: unknown;
  continue: unknown;
  try_now: unknown;
  take_over: unknown;
  back: unknown;
  help_open: { kind?: HelpKind };
  help_change: { change: Partial<Help> };
  help_send: unknown;
  play: { url: string; restart?: boolean };
  prefer: { change: Partial<Preferences> };

  // What the server returns besides answers.
  refused: Asked & { body: Refusal };
  /** No usable answer; `after` is the wait that the server requested, in ms. */
  unreachable: Asked & { after: number };

  // What happens around the page.
  boot: { preferences: Preferences | null };
  online: unknown;
  hidden: unknown;
  visible: unknown;
  timer: { timer: Timer; at: number };
  tab_held: unknown;
  /** Another tab writes, from the beginning or from now on. */
  tab_lost: unknown;
  device_refused: unknown;
  sound: Pick<Sound, 'status' | 'url'>;
}

export type EventType = keyof EventMap;
export type Event<T extends EventType = EventType> = { [K in T]: { type: K } & EventMap[K] }[T];

import type { Opened, Refusal, Result, Saved, Started, Submitted } from '../api/replies.ts';
import type { Call, Content, Timer } from './effect.ts';
import type { Help, Kept, Preferences, Sound } from './state.ts';

/** What each call brings where it is not refused. */
interface Answers {
  open: Opened;
  start: Started;
  submit: Submitted;
  complete: Result;
  draft: Saved;
  help: unknown;
}

/** `content` is what was asked, `at` the browser's monotonic clock in ms when the answer came. */
interface Asked {
  call: Call;
  content: Content;
  at: number;
}

type AnswerEvents = {
  [C in Call as `answer_${C}`]: Asked & {
    body: Answers[C];
    /** The draft that this device keeps of the interview. */
    kept: Kept | null;
  };
};

/** Every event by its type, with what it carries. */
interface EventMap extends AnswerEvents {
  // What the person does.
  agree: { agreed: boolean };
  begin: unknown;
  practise: unknown;
  /** A keystroke in the answer of the screen. */
  typed: { text: string };
  send: unknown;
  use_other: unknown;
  keep_mine: unknown;
  continue: unknown;
  try_now: unknown;
  take_over: unknown;
  back: unknown;
  help_open: unknown;
  help_change: { change: Partial<Help> };
  help_send: unknown;
  play: { url: string; restart?: boolean };
  prefer: { change: Partial<Preferences> };

  // What the server says besides answers.
  refused: Asked & { body: Refusal };
  /** No answer that can be used; `after` is how long the server asked us to wait, in ms. */
  unreachable: Asked & { after: number | null };

  // What happens around the page.
  boot: { preferences: Preferences | null };
  online: unknown;
  hidden: unknown;
  visible: unknown;
  timer: { timer: Timer; at: number };
  tab_held: unknown;
  /** Another tab writes, from the beginning or since now. */
  tab_lost: unknown;
  device_refused: unknown;
  sound: Pick<Sound, 'status' | 'url'>;
}

export type EventType = keyof EventMap;
export type Event<T extends EventType = EventType> = { [K in T]: { type: K } & EventMap[K] }[T];

import type { limits } from '../../../shared/domain/plain-text.ts';
import type { Body, Draft, Opened, Refusal, Result, Started } from '../api/replies.ts';

/**
 * The progress of the request that the person waits for, if any. `stage` counts the slow marks that
 * passed: 1 after a second, 2 after ten. `waiting` is the pause before the next attempt.
 */
export interface Sending {
  phase: 'idle' | 'sending' | 'waiting';
  stage: 0 | 1 | 2;
  failures: number;
}

/**
 * A draft as this device stores it. `sent` is the newest version that the server is known to have;
 * `version` is a newer one if that lacks some of the text.
 */
export interface Kept extends Draft {
  sent: number;
}

/** A text that this person typed for a question. */
export type Typed = Pick<Draft, 'question_id' | 'text'>;

/** The answer being written. */
export interface Writing extends Kept {
  inFlight: boolean;
  failures: number;
  /** A text that the server refused to store. */
  refused?: string | undefined;
  /** The texts that this page has sent as drafts: the server may have any of them. */
  asked: string[];
  /** The same answer as it was typed elsewhere, until the person chooses. */
  other: Draft | null;
  /** Set if it was on its way as an answer when the link ended: whether it arrived is not known. */
  isSent?: boolean;
}

export interface Sound {
  status: 'idle' | 'playing' | 'paused' | 'ended' | 'failed' | 'blocked';
  /** The sound that the status is about. */
  url: string | null;
  rate: number;
  auto: boolean;
  textOnly: boolean;
}

export type Preferences = Pick<Sound, 'rate' | 'auto' | 'textOnly'>;

export type HelpKind = Body<'help'>['kind'];

/** The request for more time or another format. */
export interface Help {
  kind: HelpKind | null;
  message: string;
  problem: 'helpKindMissing' | 'helpMessageMissing' | null;
  status: 'writing' | 'sending' | 'failed' | 'helpTooMany' | 'sent';
}

/** Every screen by its name, with what it shows. */
interface ScreenMap {
  loading: unknown;
  early: Partial<Refusal> & {
    opens_at: string;
    /** Milliseconds until it opens, by the server's clock, and when that was last asked. */
    remaining: number;
    asked: number;
  };
  closed: Partial<Refusal> & {
    reason: 'expired' | 'replaced' | 'unknown' | 'cancelled';
    /** Whether the person can still ask for more time. */
    mayAsk: boolean;
  };
  elsewhere: unknown;
  welcome: unknown;
  notice: { problem: 'notice' | null };
  practice: { problem: 'empty' | null; done: boolean };
  question: { problem: 'empty' | 'long' | 'refused' | null };
  feedback: { question_id: string };
  /** Answered with another text than the one typed here. */
  answered_elsewhere: { question_id: string };
  finishing: unknown;
  evaluating: { polls: number };
  complete: { result: Result };
}

export type ScreenName = keyof ScreenMap;
/** The screen of one name, or of any. */
export type ScreenOf<N extends ScreenName> = { [K in N]: { name: K } & ScreenMap[K] }[N];
export type Screen = ScreenOf<ScreenName>;

export interface State {
  screen: Screen;
  sending: Sending;
  /** What the server's clock is ahead of the browser's monotonic one, in ms. */
  clock: number;
  opened: Opened | null;
  session: Started | null;
  writing: Writing | null;
  /** What was typed and is on no server as an answer, apart from what is being written. */
  unsent: Typed[];
  /** False once the browser has refused to store something. */
  onDevice: boolean;
  agreed: boolean;
  sound: Sound;
  /** Shown over the screen, which stays active underneath. */
  help: Help | null;
  /** The request as it was left, and the practice answer: there again when the person comes back. */
  asked: Help;
  practised: string;
  /**
   * How many notices of the link's end were due when the last was given, and when, by the server.
   * -1 before the first look at it, when the server has just been asked.
   */
  ends: { told: number; at: number };
}

export const idle: Sending = { phase: 'idle', stage: 0, failures: 0 };
export const busy: Sending = { ...idle, phase: 'sending' };

export const initial: State = {
  screen: { name: 'loading' },
  sending: idle,
  clock: 0,
  opened: null,
  session: null,
  writing: null,
  unsent: [],
  onDevice: true,
  agreed: false,
  sound: { status: 'idle', url: null, rate: 1, auto: false, textOnly: false },
  help: null,
  asked: { kind: null, message: '', problem: null, status: 'writing' },
  practised: '',
  ends: { told: -1, at: 0 },
};

/** The longest answer that the server accepts, in Unicode code points. */
export const longestAnswer: (typeof limits)['response_text'] = 20_000;

import type { Draft } from '../api/replies.ts';
import { also, ask, type Effect, type Step, step, stop, wait } from './effect.ts';
import type { Event } from './event.ts';
import type { Kept, State, Writing } from './state.ts';
import { backoff, draftLimit, draftRest } from './timeouts.ts';

const blank = {
  text: '',
  version: 0,
  sent: 0,
  inFlight: false,
  failures: 0,
  onDevice: true,
  other: null,
};

/** Whether the longer text only continues the shorter one, so that keeping it loses nothing. */
const continues = (longer: string, shorter: string) => longer.startsWith(shorter);

/**
 * The text to continue with, from the server's draft and the one of this device. The newer one is
 * shown; if each contains typing that the other lacks, the other one is offered too.
 */
export const reconcile = (
  question_id: string,
  server: Draft | null,
  kept: Kept | null,
): Writing => {
  const theirs = server?.question_id === question_id ? server : null;
  const mine = kept?.question_id === question_id ? kept : null;
  const start = { ...blank, question_id };
  if (!theirs) return mine ? { ...start, ...mine, sent: 0 } : start;
  const fromServer: Writing = { ...start, ...theirs, sent: theirs.version };
  if (!mine || mine.text === theirs.text || mine.version === mine.sent) return fromServer;
  const version = Math.max(mine.version, theirs.version + 1);
  const fromDevice: Writing = { ...start, ...mine, version, sent: theirs.version };
  if (theirs.version <= mine.sent || continues(mine.text, theirs.text)) return fromDevice;
  // What is newer here and shorter was cut by the person: the longer text is only offered.
  if (mine.version > theirs.version) return { ...fromDevice, other: theirs };
  return continues(theirs.text, mine.text) ? fromServer : { ...fromServer, other: mine };
};

/** Whether the server lacks some of the text. */
const isBehind = (writing: Writing) => writing.version > writing.sent;

const keep = ({ session, writing }: State): Effect[] => {
  if (!session || !writing) return [];
  const { question_id, text, version, sent } = writing;
  const draft = { question_id, text, version, sent };
  return [{ type: 'keep', interview_id: session.interview_id, draft }];
};

/** The timer after which a draft is sent to the server. */
export const saveSoon = (writing: Writing): Effect[] =>
  isBehind(writing) && !writing.other ? [wait('rest', draftRest)] : [];

/** A keystroke: stored on the device at once, and on the server when typing pauses. */
export const typed = (before: State, text: string): Step => {
  const { screen, writing: old } = before;
  if (!old || screen.name !== 'question' || screen.sending.phase !== 'idle') return step(before);
  const writing: Writing = { ...old, text, version: old.version + 1 };
  const state: State = { ...before, writing, screen: { ...screen, problem: null } };
  const limit = isBehind(old) ? [] : [wait('limit', draftLimit)];
  return step(state, ...keep(state), ...saveSoon(writing), ...limit);
};

/** Sends the draft if the server lacks some of it; with `leaving`, even during another request. */
export const flush = (state: State, leaving = false): Step => {
  const { writing, session } = state;
  if (!writing || !session || !isBehind(writing) || writing.other) return step(state);
  if (writing.inFlight && !leaving) return step(state, wait('rest', draftRest));
  const { question_id, text, version } = writing;
  return step(
    { ...state, writing: { ...writing, inFlight: true } },
    stop('rest'),
    stop('limit'),
    ask('draft', { session_id: session.session_id, question_id, text, version }, leaving),
  );
};

/** The server has stored a version of the draft. */
export const draftSaved = (before: State, { content, body }: Event<'answer_draft'>): Step => {
  const { writing: old } = before;
  if (!old || old.question_id !== content.question_id) return step(before);
  const { saved_at } = body;
  const sent = Math.max(old.sent, content.version ?? 0);
  // A late answer may name a version from before this text was loaded again.
  const version = Math.max(old.version, sent);
  const writing = { ...old, version, sent, saved_at, inFlight: false, failures: 0 };
  const state = { ...before, writing };
  return step(state, ...keep(state), ...saveSoon(writing));
};

/** The draft did not reach the server: it stays on the device and is sent again. */
export const draftLost = (state: State, { content, after }: Event<'unreachable'>): Step => {
  const { writing } = state;
  if (!writing || writing.question_id !== content.question_id) return step(state);
  const failures = writing.failures + 1;
  return step(
    { ...state, writing: { ...writing, inFlight: false, failures } },
    wait('rest', backoff(failures, after)),
  );
};

/** The server has a newer draft, typed elsewhere. */
export const draftOutdated = (state: State, theirs: Draft | undefined): Step => {
  const { writing } = state;
  if (!writing || theirs?.question_id !== writing.question_id) return step(state);
  const version = Math.max(writing.version, theirs.version) + 1;
  const ahead = { ...writing, version, sent: theirs.version, inFlight: false, failures: 0 };
  if (continues(writing.text, theirs.text)) return flush({ ...state, writing: ahead });
  return step({ ...state, writing: { ...ahead, other: theirs } }, stop('rest'), stop('limit'));
};

/** The person chose between two texts: the one of this device, or the one typed elsewhere. */
export const choose = (before: State, isOther: boolean): Step => {
  const { writing: old } = before;
  if (!old?.other) return step(before);
  const { version, other } = old;
  const writing: Writing = {
    ...old,
    text: isOther ? other.text : old.text,
    version: Math.max(version, other.version) + 1,
    other: null,
  };
  const state = { ...before, writing };
  return also(flush(state), ...keep(state));
};

/** The browser stores nothing: the server's copy is the only one. */
export const deviceRefused = (state: State): Step =>
  state.writing?.onDevice
    ? step({ ...state, writing: { ...state.writing, onDevice: false } })
    : step(state);

/** What the page may claim about the text being written. */
export type SaveState = 'none' | 'saved' | 'device' | 'nowhere';

/** `saved` is shown until a save fails: between two saves the device stores the rest. */
export const saveState = (writing: Writing): SaveState => {
  if (writing.failures > 0 || writing.other) return writing.onDevice ? 'device' : 'nowhere';
  if (writing.saved_at) return 'saved';
  return writing.onDevice || !isBehind(writing) ? 'none' : 'nowhere';
};

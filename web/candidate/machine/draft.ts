import type { Draft } from '../api/replies.ts';
import { type Effect, type Step, step, stop, wait } from './effect.ts';
import type { EventOf } from './event.ts';
import { backoff, draftLimit, draftRest } from './patience.ts';
import type { Kept, State, Writing } from './state.ts';

const blank = (question_id: string): Writing => ({
  question_id,
  text: '',
  version: 0,
  sent: 0,
  inFlight: false,
  failures: 0,
  onDevice: true,
  other: null,
});

/** Whether one text only goes on where the other stops: then nothing is lost by the longer one. */
const continues = (longer: string, shorter: string) => longer.startsWith(shorter);

/**
 * The text to go on with, from what the server has and what this device kept. The newer one is
 * shown; where both hold typing that the other does not know, the second is offered beside it.
 */
export const reconcile = (
  question_id: string,
  server: Draft | null,
  kept: Kept | null,
): Writing => {
  const theirs = server?.question_id === question_id ? server : null;
  const mine = kept?.question_id === question_id ? kept : null;
  const start = blank(question_id);
  if (!theirs) return mine ? { ...start, ...mine, sent: 0 } : start;
  const fromServer: Writing = { ...start, ...theirs, sent: theirs.version };
  if (!mine || mine.text === theirs.text || mine.version === mine.sent) return fromServer;
  const version = Math.max(mine.version, theirs.version + 1);
  const fromDevice: Writing = { ...start, ...mine, version, sent: theirs.version };
  if (theirs.version <= mine.sent || continues(mine.text, theirs.text)) return fromDevice;
  if (continues(theirs.text, mine.text)) return fromServer;
  return mine.version > theirs.version
    ? { ...fromDevice, other: theirs }
    : { ...fromServer, other: mine };
};

/** Whether the server lacks some of the text. */
export const isBehind = (writing: Writing) => writing.version > writing.sent;

const keep = (state: State, writing: Writing): Effect[] =>
  state.session
    ? [
        {
          type: 'keep',
          interview_id: state.session.interview_id,
          draft: {
            question_id: writing.question_id,
            text: writing.text,
            version: writing.version,
            sent: writing.sent,
          },
        },
      ]
    : [];

/** Timers that bring a draft to the server in the end. */
export const saveSoon = (writing: Writing | null): Effect[] =>
  writing && isBehind(writing) && !writing.other ? [wait('rest', draftRest)] : [];

/** A keystroke: kept on the device at once, on the server when the hands rest. */
export const typed = (state: State, text: string): Step => {
  const { writing, screen } = state;
  if (!writing || screen.name !== 'question' || screen.sending.phase !== 'idle') return step(state);
  const next: Writing = { ...writing, text, version: writing.version + 1 };
  const limit = isBehind(writing) ? [] : [wait('limit', draftLimit)];
  return step(
    { ...state, writing: next, screen: { ...screen, problem: null } },
    ...keep(state, next),
    ...saveSoon(next),
    ...limit,
  );
};

/** Sends the draft if the server lacks some of it. `leaving` does not wait for a running request. */
export const flush = (state: State, leaving = false): Step => {
  const { writing, session } = state;
  if (!writing || !session || !isBehind(writing) || writing.other) return step(state);
  if (writing.inFlight && !leaving) return step(state, wait('rest', draftRest));
  const { question_id, text, version } = writing;
  return step({ ...state, writing: { ...writing, inFlight: true } }, stop('rest'), stop('limit'), {
    type: 'save_draft',
    session_id: session.session_id,
    draft: { question_id, text, version },
    leaving,
  });
};

/** The server has a version of the draft. */
export const draftSaved = (state: State, event: EventOf<'draft_saved'>): Step => {
  const { writing } = state;
  if (writing?.question_id !== event.question_id) return step(state);
  const sent = Math.max(writing.sent, event.version);
  const next = { ...writing, sent, saved_at: event.saved_at, inFlight: false, failures: 0 };
  return step({ ...state, writing: next }, ...keep(state, next), ...saveSoon(next));
};

/** The draft did not reach the server: it stays on the device and goes again. */
export const draftUnreachable = (state: State, event: EventOf<'unreachable'>): Step => {
  const { writing } = state;
  if (!writing || writing.question_id !== event.question_id) return step(state);
  const failures = writing.failures + 1;
  return step(
    { ...state, writing: { ...writing, inFlight: false, failures } },
    wait('rest', backoff(failures, event.after)),
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

/** The person goes on with the text of this device. */
export const keepMine = (state: State): Step => {
  const { writing } = state;
  if (!writing?.other) return step(state);
  const version = Math.max(writing.version, writing.other.version) + 1;
  const next = { ...writing, version, other: null };
  const { state: saved, effects } = flush({ ...state, writing: next });
  return step(saved, ...keep(state, next), ...effects);
};

/** The person goes on with the text that was typed elsewhere. */
export const useOther = (state: State): Step => {
  const { writing } = state;
  if (!writing?.other) return step(state);
  return keepMine({ ...state, writing: { ...writing, text: writing.other.text } });
};

/** The browser keeps nothing: the server's copy is the only one. */
export const deviceRefused = (state: State): Step =>
  state.writing?.onDevice
    ? step({ ...state, writing: { ...state.writing, onDevice: false } })
    : step(state);

/** What the page may say about the text being written. */
export type SaveState = 'none' | 'saved' | 'device' | 'nowhere';

/** `saved` is said until a save fails: between two saves the device has the rest. */
export const saveState = (writing: Writing): SaveState => {
  if (writing.failures > 0 || writing.other) return writing.onDevice ? 'device' : 'nowhere';
  if (writing.saved_at) return 'saved';
  if (!isBehind(writing)) return 'none';
  return writing.onDevice ? 'none' : 'nowhere';
};

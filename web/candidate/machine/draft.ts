import type { Draft } from '../api/replies.ts';
import { also, ask, type Effect, type Step, step, stop, wait } from './effect.ts';
import type { Event } from './event.ts';
import { idle, type Kept, type State, type Writing } from './state.ts';
import { backoff, draftLimit, draftRest } from './timeouts.ts';
import { holds, setAside } from './unsent.ts';

/** What a text has that was not saved yet. */
export const blank = {
  text: '',
  version: 0,
  sent: 0,
  inFlight: false,
  failures: 0,
  asked: [],
  other: null,
};

/** Text that the server lacks. A save by somebody else in between has the same version. */
const unsaved = (writing: Writing): Writing => ({ ...writing, version: writing.sent + 1 });

/**
 * The text to continue with, from the server's draft and the one of this device. If each may
 * contain typing that the other lacks, the person has to choose: the server's is the other one.
 */
export const reconcile = (
  question_id: string,
  server: Draft | null,
  kept: Kept | null | undefined,
): Writing => {
  const theirs = server?.question_id === question_id ? server : null;
  const mine = kept?.question_id === question_id ? kept : null;
  const start: Writing = { ...blank, question_id };
  // The page that kept this text may have sent it when it was left.
  const fromDevice = mine ? { ...start, text: mine.text, version: 1, asked: [mine.text] } : start;
  if (!theirs) return fromDevice;
  const fromServer: Writing = { ...start, ...theirs, sent: theirs.version };
  if (!mine || mine.version === mine.sent) return fromServer;
  const ahead = unsaved({ ...fromDevice, sent: theirs.version });
  if (theirs.version <= mine.sent || holds(mine.text, theirs.text)) return ahead;
  // The longer text may be this device's own, cut by the person: then it is only offered.
  const isOlder = mine.version < theirs.version;
  return isOlder && holds(theirs.text, mine.text) ? fromServer : { ...ahead, other: theirs };
};

/** Whether the server lacks some of the text and may accept it. */
const isBehind = ({ version, sent, refused, text }: Writing) => version > sent && text !== refused;

/** Stores a draft on the device. */
export const keep = ({ question_id, text, version, sent }: Kept): Effect => ({
  type: 'keep',
  draft: { question_id, text, version, sent },
});

/** The timers after which a draft is sent to the server: when typing pauses, and at the latest. */
export const saveSoon = (writing: Writing): Effect[] =>
  isBehind(writing) && !writing.other ? [wait('rest', draftRest), wait('limit', draftLimit)] : [];

/** A keystroke: stored on the device at once, and on the server when typing pauses. */
export const typed = (before: State, { text }: Event<'typed'>): Step => {
  const { sending, writing: old } = before;
  if (!old || sending.phase !== 'idle') return step(before);
  const writing = unsaved({ ...old, text });
  const state: State = { ...before, writing, screen: { name: 'question', problem: null } };
  // Of what the server lacks, only the first keystroke sets the limit.
  return step(state, keep(writing), ...saveSoon(writing).slice(0, isBehind(old) ? 1 : 2));
};

/** Sends the draft if the server lacks some of it; with `leaving`, even during another request. */
export const flush = (state: State, leaving?: boolean): Step => {
  const { writing, session } = state;
  if (!writing || !session || !isBehind(writing) || writing.other) return step(state);
  // What was typed meanwhile follows once that request is answered.
  if (writing.inFlight && !leaving) return step(state);
  const { question_id, text, asked } = writing;
  // Two on their way must not collide: the page may not be there to hear of it.
  const version = writing.version + Number(writing.inFlight);
  return step(
    { ...state, writing: { ...writing, inFlight: true, asked: [...asked, text] } },
    stop('rest'),
    stop('limit'),
    ask('draft', { session_id: session.session_id, question_id, text, version }, leaving),
  );
};

/** What is written, once its draft is no longer on its way; null if another question is. */
const landed = ({ writing }: State, question_id?: string): Writing | null =>
  writing && writing.question_id === question_id
    ? { ...writing, inFlight: false, failures: 0 }
    : null;

/** The server has stored a version of the draft. */
export const draftSaved = (before: State, { content, body }: Event<'answer_draft'>): Step => {
  const old = landed(before, content.question_id);
  if (!old) return step(before);
  const sent = Math.max(old.sent, content.version ?? 0);
  const version = content.text === old.text ? sent : sent + 1;
  const writing = { ...old, version, sent, refused: undefined, saved_at: body.saved_at };
  return step({ ...before, writing }, keep(writing), ...saveSoon(writing));
};

/** The draft did not reach the server: it stays on the device and is sent again. */
export const draftLost = (state: State, { content, after }: Event<'unreachable'>): Step => {
  const old = landed(state, content.question_id);
  if (!old) return step(state);
  const failures = (state.writing?.failures ?? 0) + 1;
  // Not when typing pauses, which may be never.
  return step({ ...state, writing: { ...old, failures } }, wait('limit', backoff(failures, after)));
};

/** The server cannot store such a text: it is sent again once it has changed, not before. */
export const draftRefused = (state: State, { content }: Event<'refused'>): Step => {
  const old = landed(state, content.question_id);
  if (!old) return step(state);
  const writing = { ...old, refused: content.text };
  return step({ ...state, writing }, ...saveSoon(writing));
};

/**
 * The server has another draft: a late one of this page, or one typed elsewhere. `later` is what to do
 * instead of interrupting the person.
 */
export const draftOutdated = (
  state: State,
  theirs: Draft | undefined,
  later: Step | false,
): Step => {
  const old = landed(state, theirs?.question_id);
  if (!old || !theirs) return step(state);
  const { text, sent, asked } = old;
  const isKnown = theirs.version <= sent || asked.includes(theirs.text);
  const writing = unsaved({ ...old, sent: Math.max(sent, theirs.version) });
  if (isKnown || holds(text, theirs.text)) return flush({ ...state, writing });
  if (later) return later;
  return step({ ...state, writing: { ...writing, other: theirs } }, stop('rest'), stop('limit'));
};

/** The person chose between two texts: this device's, or the one typed elsewhere. Both are kept. */
export const choose = (before: State, { type }: Event<'use_other' | 'keep_mine'>): Step => {
  const { writing: old } = before;
  if (!old?.other) return step(before);
  const { other } = old;
  const [chosen, left] = type === 'use_other' ? [other, old] : [old, other];
  const writing = unsaved({ ...old, text: chosen.text, other: null });
  // An answer that was on its way again has to be sent by the person, who may have chosen another.
  const state = setAside({ ...before, writing, sending: idle }, left);
  return also(flush(state), keep(writing));
};

/** The browser stores nothing: the server's copy is the only one. */
export const deviceRefused = (state: State): Step => step({ ...state, onDevice: false });

/** What the page may claim about the text being written. */
export type SaveState = 'none' | 'saved' | 'device' | 'nowhere' | 'refused';

/** `saved` is shown until a save fails: between two saves the device stores the rest. */
export const saveState = (writing: Writing, onDevice: boolean): SaveState => {
  const { text, failures, refused, version, sent, saved_at } = writing;
  if (text === refused) return 'refused';
  if (version > sent && (failures || refused || !onDevice)) return onDevice ? 'device' : 'nowhere';
  return saved_at ? 'saved' : 'none';
};

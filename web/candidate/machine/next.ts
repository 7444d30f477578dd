import { agree, begin, boot, opened, tabHeld, tabLost, takeOver, tick } from './arrival.ts';
import { choose, deviceRefused, draftSaved, flush, typed } from './draft.ts';
import { also, type Step, step } from './effect.ts';
import type { Event, EventType } from './event.ts';
import { changeHelp, openHelp, sendHelp } from './help.ts';
import { leavePractice, practise, practiseSending, practiseTyping } from './practice.ts';
import { refused } from './refusal.ts';
import { send, submitted } from './sending.ts';
import { completed, proceed, started } from './session.ts';
import { play, playerReported, prefer } from './sound.ts';
import type { State } from './state.ts';
import { again, slow, unreachable } from './trouble.ts';

type Handlers = { [T in EventType]: (state: State, event: Event<T>) => Step };

const retry = (state: State) => again(state);

const handlers: Handlers = {
  agree,
  begin: (state) => begin(state),
  practise,
  typed: (state, { text }) =>
    state.screen.name === 'practice' ? practiseTyping(state, text) : typed(state, text),
  send: (state) => (state.screen.name === 'practice' ? practiseSending(state) : send(state)),
  use_other: (state) => choose(state, true),
  keep_mine: (state) => choose(state, false),
  continue: proceed,
  try_now: retry,
  take_over: takeOver,
  back: (state) => (state.help ? step({ ...state, help: null }) : leavePractice(state)),
  help_open: openHelp,
  help_change: (state, { change }) => changeHelp(state, change),
  help_send: sendHelp,
  play,
  prefer,
  answer_open: opened,
  answer_start: started,
  answer_submit: submitted,
  answer_complete: completed,
  answer_draft: draftSaved,
  answer_help: (state) => changeHelp(state, { status: 'sent' }),
  refused,
  unreachable,
  boot,
  online: retry,
  visible: retry,
  hidden: (state) => flush(state, true),
  timer: (state, { timer, at }) => {
    if (timer === 'slow') return slow(state);
    if (timer === 'retry') return again(state);
    return timer === 'tick' ? tick(state, at) : flush(state);
  },
  tab_held: tabHeld,
  tab_lost: tabLost,
  device_refused: deviceRefused,
  sound: playerReported,
};

/**
 * The candidate's page as a pure function: its state after an event, and the effects to perform.
 * An event that means nothing in a state leaves it unchanged.
 */
export const next = <T extends EventType>(before: State, event: Event<T>): Step => {
  const after = handlers[event.type](before, event);
  const { unsent, opened: info } = after.state;
  // Here, so that no way to set a text aside can miss the device.
  if (unsent === before.unsent || !info) return after;
  return also(after, { type: 'set_aside', interview_id: info.interview_id, unsent });
};

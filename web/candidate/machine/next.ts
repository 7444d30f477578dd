import { agree, begin, boot, opened, tabHeld, tabLost, takeOver, tick } from './arrival.ts';
import { back } from './back.ts';
import { choose, deviceRefused, draftSaved, flush, typed } from './draft.ts';
import { also, ask, type Effect, type Step, wait } from './effect.ts';
import { checkEnd } from './ending.ts';
import type { Event, EventType } from './event.ts';
import { changeHelp, openHelp, sendHelp } from './help.ts';
import { practise, practiseSending, practiseTyping } from './practice.ts';
import { refused } from './refusal.ts';
import { send, submitted } from './sending.ts';
import { completed, proceed, started } from './session.ts';
import { play, playerReported, prefer } from './sound.ts';
import { isOver, isUnderWay, mayMove } from './stage.ts';
import type { State } from './state.ts';
import { again, slow, unreachable } from './trouble.ts';

type Handlers = { [T in EventType]: (state: State, event: Event<T>) => Step };

/** Tries again what failed, and asks for the link's end: the device may have slept. */
const look = (state: State) => also(again(state), ...(mayMove(state) ? [ask('open', {})] : []));

const handlers: Handlers = {
  agree,
  begin,
  practise,
  typed: (state, { text }) =>
    state.screen.name === 'practice' ? practiseTyping(state, text) : typed(state, text),
  send: (state) => (state.screen.name === 'practice' ? practiseSending(state) : send(state)),
  use_other: (state) => choose(state, true),
  keep_mine: (state) => choose(state, false),
  continue: proceed,
  try_now: again,
  take_over: takeOver,
  back,
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
  answer_help: (state) => changeHelp(state, { status: 'sent', kind: null, message: '' }),
  refused,
  unreachable,
  boot,
  online: look,
  visible: look,
  hidden: (state) => flush(state, true),
  timer: (state, { timer, at }) => {
    if (timer === 'slow') return slow(state);
    if (timer === 'retry') return again(state);
    if (timer === 'end') return checkEnd(state, at);
    return timer === 'tick' ? tick(state, at) : flush(state);
  },
  tab_held: tabHeld,
  tab_lost: tabLost,
  device_refused: deviceRefused,
  sound: playerReported,
};

/** What follows from a change of the state, whichever event brought it: no way to it can miss this. */
const following = (before: State, after: State): Effect[] => {
  const { unsent } = after;
  const entered = (is: typeof isOver) => is(after) && !is(before);
  return [
    ...(unsent !== before.unsent ? [{ type: 'set_aside', unsent } as const] : []),
    ...(entered(isOver) ? [{ type: 'release' } as const] : []),
    ...(entered(isUnderWay) ? [wait('end', 0)] : []),
  ];
};

/**
 * The candidate's page as a pure function: its state after an event, and the effects to perform.
 * An event that means nothing in a state leaves it unchanged.
 */
export const next = <T extends EventType>(before: State, event: Event<T>): Step => {
  const after = handlers[event.type](before, event);
  return also(after, ...following(before, after.state));
};

import {
  agree,
  begin,
  boot,
  open,
  opened,
  readNotice,
  tabHeld,
  tabLost,
  takeOver,
  tick,
} from './arrival.ts';
import { back } from './back.ts';
import { choose, deviceRefused, draftSaved, flush, typed } from './draft.ts';
import { also, ask, type Effect, type Step, step, type Timer, wait } from './effect.ts';
import { checkEnd } from './ending.ts';
import type { Event, EventType } from './event.ts';
import { changeHelp, helpSent, openHelp, sendHelp } from './help.ts';
import { practise, practiseSending, practiseTyping } from './practice.ts';
import { refused } from './refusal.ts';
import { send, submitted } from './sending.ts';
import { completed, proceed, started } from './session.ts';
import { play, playerReported, prefer } from './sound.ts';
import { isOver, isUnderWay, mayMove } from './stage.ts';
import type { ScreenName, State } from './state.ts';
import { again, slow, unreachable } from './trouble.ts';

/** Tries again what failed, and asks for the link's end: the device may have slept. */
const look = (state: State) => also(again(state), ...(mayMove(state) ? [ask('open', {})] : []));

/** What each timer is for. */
const onTime: Record<Timer, (state: State, at: number) => Step> = {
  slow,
  retry: again,
  rest: (state) => flush(state),
  limit: (state) => flush(state),
  tick,
  end: checkEnd,
};

/** What events mean; to one that is not among them nothing happens. */
type Meanings = { [T in EventType]?: (state: State, event: Event<T>) => Step };

const onScreens: Partial<Record<ScreenName, Meanings>> = {
  loading: { tab_held: tabHeld, answer_start: started },
  // The other tab may have continued meanwhile.
  elsewhere: { tab_held: open, take_over: takeOver },
  welcome: { begin: readNotice, practise },
  notice: { begin, agree, answer_start: started },
  practice: { typed: practiseTyping, send: practiseSending },
  question: { typed, send, use_other: choose, keep_mine: choose, answer_start: started },
  feedback: { continue: proceed, answer_start: started },
  // A late view of the session would interrupt the person here.
  answered_elsewhere: { continue: proceed },
  finishing: { answer_complete: completed },
  // An answer that was on its way when the link ended: what is unsent may be less now.
  closed: { answer_submit: (state, event) => also(submitted(state, event), ask('open', {})) },
  evaluating: { answer_start: started },
  // What is here is not lost because the link ends.
  complete: { answer_start: started, refused: (state) => step(state) },
};

const everywhere: Meanings = {
  try_now: again,
  back,
  help_open: openHelp,
  help_change: (state, { change }) => changeHelp(state, change),
  help_send: sendHelp,
  play,
  prefer,
  answer_open: opened,
  answer_submit: submitted,
  answer_draft: draftSaved,
  answer_help: helpSent,
  refused,
  unreachable,
  boot,
  online: look,
  visible: look,
  hidden: (state) => flush(state, true),
  timer: (state, { timer, at }) => onTime[timer](state, at),
  tab_lost: tabLost,
  device_refused: deviceRefused,
  sound: playerReported,
};

/** What follows from a change of the state, whichever event brought it: no way to it can miss this. */
const following = (before: State, after: State): Effect[] => {
  const { unsent } = after;
  const entered = (is: typeof isOver) => is(after) && !is(before);
  const effects: Effect[] = [];
  if (unsent !== before.unsent) effects.push({ type: 'set_aside', unsent });
  if (entered(isOver)) effects.push({ type: 'release' });
  if (entered(isUnderWay)) effects.push(wait('end', 0));
  return effects;
};

/**
 * The candidate's page as a pure function: its state after an event, and the effects to perform.
 * An event that means nothing in a state leaves it unchanged.
 */
export const next = <T extends EventType>(before: State, event: Event<T>): Step => {
  const meaning = onScreens[before.screen.name]?.[event.type] ?? everywhere[event.type];
  const after = meaning?.(before, event) ?? step(before);
  return also(after, ...following(before, after.state));
};

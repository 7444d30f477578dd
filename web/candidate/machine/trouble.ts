import { begin, open } from './arrival.ts';
import { draftLost, flush } from './draft.ts';
import { also, type Call, type Step, step, stop, wait } from './effect.ts';
import { checkEnd } from './ending.ts';
import type { Event } from './event.ts';
import { changeHelp } from './help.ts';
import { send } from './sending.ts';
import { answered, complete, isStored, refresh } from './session.ts';
import { isUnderWay } from './stage.ts';
import { idle, type ScreenName, type State } from './state.ts';
import { backoff, feedbackTimeout, marks } from './timeouts.ts';

/** What each screen waits for: how to ask for it, and the calls that answer. */
const waits: Partial<Record<ScreenName, [again: (state: State) => Step, ...calls: Call[]]>> = {
  loading: [open, 'open', 'start'],
  early: [open, 'open'],
  notice: [begin, 'start'],
  question: [send, 'submit'],
  finishing: [complete, 'complete'],
};

/** No usable answer: the same request is sent again after a pause. */
export const unreachable = (state: State, event: Event<'unreachable'>): Step => {
  const { call, after, content } = event;
  const { screen, sending, writing } = state;
  if (call === 'draft') return draftLost(state, event);
  if (call === 'help') return changeHelp(state, { status: 'failed' });
  if (call === 'start' && screen.name === 'evaluating') {
    return step(state, wait('retry', backoff(screen.polls + 1, after)));
  }
  if (call === 'open' && isUnderWay(state)) return checkEnd(state, event.at, true);
  if (sending.phase !== 'sending' || !waits[screen.name]?.includes(call)) return step(state);
  if (call === 'submit' && content.question_id !== writing?.question_id) return step(state);
  const failures = sending.failures + 1;
  const paused: State = { ...state, sending: { ...idle, phase: 'waiting', failures } };
  return also(
    // The draft may get through even if the answer does not.
    call === 'submit' ? flush(paused) : step(paused),
    stop('slow'),
    wait('retry', backoff(failures, after)),
  );
};

/** The pause is over, the network is back, or the person does not want to wait. */
export const again = (state: State): Step => {
  const { screen, sending, writing } = state;
  if (screen.name === 'evaluating') return step(state, ...refresh(state));
  const [repeat] = waits[screen.name] ?? [];
  if (sending.phase === 'waiting' && repeat) return repeat(state);
  return writing?.failures ? flush(state) : step(state);
};

/** A mark of a wait has passed. */
export const slow = (state: State): Step => {
  const { screen, sending, writing } = state;
  if (sending.phase !== 'sending') return step(state);
  const stage = sending.stage ? 2 : 1;
  const after: State = { ...state, sending: { ...sending, stage } };
  if (stage === 1) return step(after, wait('slow', marks[1]));
  if (screen.name !== 'question' || !writing) return step(after);
  // Continues without feedback, which joins the record when it arrives.
  if (isStored(state)) return answered(state, writing);
  // Only the server knows whether the answer is stored, so the page asks.
  return step(after, ...refresh(state), wait('slow', feedbackTimeout));
};

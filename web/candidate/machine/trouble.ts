import { begin, open } from './arrival.ts';
import { draftLost, flush } from './draft.ts';
import { also, type Call, type Step, show, step, stop, wait } from './effect.ts';
import { checkEnd } from './ending.ts';
import type { Event } from './event.ts';
import { changeHelp } from './help.ts';
import { send } from './sending.ts';
import { answered, complete, refresh } from './session.ts';
import { isUnderWay } from './stage.ts';
import type { ScreenName, Sending, State } from './state.ts';
import { backoff, feedbackTimeout, marks } from './timeouts.ts';

/** The screens that wait for the answer to a call, and for nothing else. */
const waiting: Partial<Record<Call, ScreenName[]>> = {
  open: ['loading', 'early'],
  start: ['loading', 'notice'],
  submit: ['question'],
  complete: ['finishing'],
};

const withSending = (state: State, sending: Sending): State =>
  'sending' in state.screen ? { ...state, screen: { ...state.screen, sending } } : state;

/** No usable answer: the same request is sent again after a pause. */
export const unreachable = (state: State, event: Event<'unreachable'>): Step => {
  const { call, after, content } = event;
  const { screen, writing } = state;
  if (call === 'draft') return draftLost(state, event);
  if (call === 'help') return changeHelp(state, { status: 'failed' });
  if (call === 'start' && screen.name === 'evaluating') {
    return step(state, wait('retry', backoff(screen.polls + 1, after)));
  }
  if (call === 'open' && isUnderWay(state)) return checkEnd(state, event.at, true);
  if (!('sending' in screen) || screen.sending.phase !== 'sending') return step(state);
  if (!waiting[call]?.includes(screen.name)) return step(state);
  if (call === 'submit' && content.question_id !== writing?.question_id) return step(state);
  const failures = screen.sending.failures + 1;
  const paused = withSending(state, { phase: 'waiting', failures });
  return also(
    // The draft may get through even if the answer does not.
    call === 'submit' ? flush(paused) : step(paused),
    stop('slow'),
    wait('retry', backoff(failures, after)),
  );
};

/** The pause is over, the network is back, or the person does not want to wait. */
export const again = (state: State): Step => {
  const { screen, writing } = state;
  if (screen.name === 'evaluating') return step(state, ...refresh(state));
  if (!('sending' in screen) || screen.sending.phase !== 'waiting') {
    return writing?.failures ? flush(state) : step(state);
  }
  const { failures } = screen.sending;
  switch (screen.name) {
    case 'question':
      return send(state, failures);
    case 'finishing':
      return complete(state, failures);
    case 'notice':
      return begin(state, failures);
    default:
      return open(state, failures);
  }
};

/** A mark of a wait has passed. */
export const slow = (state: State): Step => {
  const { screen, writing } = state;
  if (screen.name === 'loading') return show(state, { ...screen, slow: true });
  if (!('sending' in screen) || screen.sending.phase !== 'sending') return step(state);
  const { sending } = screen;
  if (sending.stage === 0) {
    return step(withSending(state, { ...sending, stage: 1 }), wait('slow', marks[1]));
  }
  const marked = withSending(state, { ...sending, stage: 2 });
  if (screen.name !== 'question' || !writing) return step(marked);
  // Continues without feedback, which joins the record when it arrives.
  if (sending.stored) return answered(state, writing);
  // Only the server knows whether the answer is stored, so the page asks.
  return step(marked, ...refresh(state), wait('slow', feedbackTimeout));
};

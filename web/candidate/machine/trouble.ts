import { begin, open } from './arrival.ts';
import { draftUnreachable, flush } from './draft.ts';
import { type Call, type Step, show, step, stop, wait } from './effect.ts';
import type { EventOf } from './event.ts';
import { helpFailed } from './help.ts';
import { backoff, feedbackPatience, marks } from './patience.ts';
import { goOnWithoutFeedback, sendAgain } from './sending.ts';
import { complete } from './session.ts';
import type { State } from './state.ts';

/** The screen that waits for the answer to a call, if it is the one in sight. */
const waitsFor = (state: State, call: Call): boolean => {
  const { screen } = state;
  if (!('sending' in screen) || screen.sending.phase !== 'sending') return false;
  if (call === 'open') return screen.name === 'loading' || screen.name === 'early';
  if (call === 'start') return screen.name === 'loading' || screen.name === 'welcome';
  if (call === 'submit') return screen.name === 'question';
  return call === 'complete' && screen.name === 'finishing';
};

/** No usable answer: the same request goes again after a pause. */
export const unreachable = (state: State, event: EventOf<'unreachable'>): Step => {
  const { call, after, question_id } = event;
  const { screen, writing } = state;
  if (call === 'draft') return draftUnreachable(state, event);
  if (call === 'help') return helpFailed(state);
  if (call === 'start' && screen.name === 'evaluating') {
    return step(state, wait('retry', backoff(screen.polls + 1, after)));
  }
  if (!waitsFor(state, call) || !('sending' in screen)) return step(state);
  if (screen.sending.phase !== 'sending') return step(state);
  if (call === 'submit' && question_id !== writing?.question_id) return step(state);
  const failures = screen.sending.failures + 1;
  const waiting = {
    ...state,
    screen: { ...screen, sending: { phase: 'waiting' as const, failures } },
  };
  const pause = [stop('slow'), wait('retry', backoff(failures, after))];
  if (call !== 'submit') return step(waiting, ...pause);
  // The answer may not get through while its draft does.
  const { state: flushed, effects } = flush(waiting);
  return step(flushed, ...pause, ...effects);
};

/** The pause is over, the network is back, or the person does not want to wait. */
export const again = (state: State): Step => {
  const { screen, opened, writing } = state;
  if (screen.name === 'evaluating' && opened) {
    return step(state, { type: 'start', interview_id: opened.interview_id, notice: false });
  }
  if (!('sending' in screen) || screen.sending.phase !== 'waiting') {
    return writing && writing.failures > 0 ? flush(state) : step(state);
  }
  const { failures } = screen.sending;
  if (screen.name === 'question') return sendAgain(state);
  if (screen.name === 'finishing') return complete(state, failures);
  if (screen.name === 'welcome') return begin(state, failures);
  return open(state, failures);
};

/** A mark of a wait has passed. */
export const slow = (state: State): Step => {
  const { screen, opened } = state;
  if (screen.name === 'loading') return show(state, { ...screen, slow: true });
  if (!('sending' in screen) || screen.sending.phase !== 'sending') return step(state);
  const { stage, stored } = screen.sending;
  if (stage === 2) {
    if (screen.name !== 'question' || !opened) return step(state);
    if (stored) return goOnWithoutFeedback(state);
    // Only the server knows whether the answer is stored: asked, not assumed.
    return step(
      state,
      { type: 'start', interview_id: opened.interview_id, notice: false },
      wait('slow', feedbackPatience),
    );
  }
  const next = stage === 0 ? (1 as const) : (2 as const);
  const marked: State = {
    ...state,
    screen: { ...screen, sending: { ...screen.sending, stage: next } },
  };
  if (next === 1) return step(marked, wait('slow', marks[1]));
  return screen.name === 'question' ? slow(marked) : step(marked);
};

import { close, early, open } from './arrival.ts';
import { draftOutdated } from './draft.ts';
import { type Step, show, step, stop } from './effect.ts';
import type { EventOf } from './event.ts';
import { helpFailed } from './help.ts';
import { idle, type State } from './state.ts';
import { unreachable } from './trouble.ts';

const refreshed = (state: State): Step =>
  state.opened
    ? step(state, { type: 'start', interview_id: state.opened.interview_id, notice: false })
    : step(state);

/** A refusal of a call, whatever the link's state: only the code says what to do. */
const refusedCall = (state: State, event: EventOf<'refused'>): Step => {
  const { screen } = state;
  const { call, body, question_id = '' } = event;
  switch (call) {
    case 'open':
      return close(state, 'unknown');
    case 'submit':
      if (screen.name !== 'question' || body.code !== 'invalid_input') return refreshed(state);
      return show(state, { ...screen, problem: 'refused', sending: idle }, stop('slow'));
    case 'draft':
      if (body.code === 'draft_outdated') return draftOutdated(state, body.draft);
      // A text that cannot be stored is said when it is sent; its draft stays on the device.
      if (body.code === 'invalid_input') return step(state);
      return refreshed(state);
    case 'complete':
      return open(state);
    case 'help':
      return helpFailed(state);
    case 'start':
      if (body.code === 'notice_required' || screen.name === 'welcome') {
        const problem = body.code === 'notice_required' ? 'notice' : null;
        return show(state, { name: 'welcome', problem, sending: idle }, stop('slow'));
      }
      return unreachable(state, { type: 'unreachable', call, question_id, after: null });
  }
};

/** The server refuses. What is true of the link is shown as it is, wherever the person was. */
export const refused = (state: State, event: EventOf<'refused'>): Step => {
  const { body, at } = event;
  switch (body.code) {
    case 'link_invalid':
      return close(state, 'unknown');
    case 'link_replaced':
      return close(state, 'replaced');
    case 'link_expired':
      return close(state, 'expired', body.expires_at);
    case 'interview_cancelled':
      return close(state, 'cancelled');
    case 'link_not_open':
      return early(state, body, at);
    default:
      return refusedCall(state, event);
  }
};

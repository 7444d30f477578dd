import { close, early, open } from './arrival.ts';
import { draftOutdated } from './draft.ts';
import { type Step, show, step, stop } from './effect.ts';
import type { Event } from './event.ts';
import { changeHelp } from './help.ts';
import { refresh } from './session.ts';
import { idle, type State } from './state.ts';
import { unreachable } from './trouble.ts';

/** The session is further than this page knows. */
const moved = ['already_answered', 'interview_completed', 'not_started'];

/** A refusal of one call, where the link itself is good. */
const refusedCall = (state: State, event: Event<'refused'>): Step => {
  const { screen } = state;
  const { code, draft } = event.body;
  const isInvalid = code === 'invalid_input';
  // What the server cannot do just now.
  const lost = unreachable(state, { ...event, type: 'unreachable', after: null });
  switch (event.call) {
    case 'open':
      return close(state, 'unknown');
    case 'complete':
      return open(state);
    case 'help':
      return changeHelp(state, { status: 'failed' });
    case 'start':
      return state.opened && (screen.name === 'welcome' || code === 'notice_required')
        ? show(
            state,
            { name: 'welcome', problem: isInvalid ? null : 'notice', sending: idle },
            stop('slow'),
          )
        : lost;
    case 'submit':
      if (screen.name !== 'question') return step(state);
      if (isInvalid) {
        return show(state, { ...screen, problem: 'refused', sending: idle }, stop('slow'));
      }
      return moved.includes(code)
        ? show(state, { ...screen, sending: idle }, stop('slow'), ...refresh(state))
        : lost;
    case 'draft':
      if (code === 'draft_outdated') return draftOutdated(state, draft);
      // A text that cannot be stored is said when it is sent; its draft stays on the device.
      if (isInvalid) return step(state);
      return moved.includes(code) ? step(state, ...refresh(state)) : lost;
  }
};

/** The server refuses. What is true of the link is shown as it is, wherever the person was. */
export const refused = (state: State, event: Event<'refused'>): Step => {
  const { code, expires_at } = event.body;
  switch (code) {
    case 'link_invalid':
      return close(state, 'unknown');
    case 'link_replaced':
      return close(state, 'replaced');
    case 'link_expired':
      return close(state, 'expired', expires_at);
    case 'interview_cancelled':
      return close(state, 'cancelled');
    case 'link_not_open':
      return early(state, event);
    default:
      return refusedCall(state, event);
  }
};

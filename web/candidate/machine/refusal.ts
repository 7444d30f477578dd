import type { ErrorCode } from '../../../shared/domain/errors.ts';
import { early, open } from './arrival.ts';
import { draftOutdated, draftRefused } from './draft.ts';
import { also, enter, type Step } from './effect.ts';
import { close } from './ending.ts';
import type { Event } from './event.ts';
import { changeHelp, hideHelp } from './help.ts';
import { refresh } from './session.ts';
import type { ScreenOf, State } from './state.ts';
import { unreachable } from './trouble.ts';

/** The session has moved further than this page knows. */
const moved: ErrorCode[] = ['already_answered', 'interview_completed', 'not_started'];

/** A refusal of one call; the link itself is valid. */
const refusedCall = (state: State, event: Event<'refused'>): Step => {
  const { call, body, content } = event;
  const { code, draft } = body;
  const { screen, writing } = state;
  // Who has typed since the draft was sent is not interrupted, and told at the next rest.
  const isTyping = writing?.text !== content.text;
  const isInvalid = code === 'invalid_input' || code === 'payload_too_large';
  // For what the server cannot do right now.
  const lost = unreachable(state, { ...event, type: 'unreachable', after: 0 });
  switch (call) {
    case 'complete':
      return open(state);
    case 'help':
      if (code === 'interview_completed') return open(hideHelp(state));
      return changeHelp(state, { status: code === 'too_many_requests' ? 'helpTooMany' : 'failed' });
    case 'open':
      return screen.name === 'loading' ? close(state, 'unknown', event) : lost;
    case 'start':
      return state.opened && code === 'notice_required'
        ? enter(state, { name: 'notice', problem: 'notice' })
        : lost;
    case 'submit':
      if (isInvalid && screen.name === 'question') {
        return enter(state, { ...screen, problem: 'refused' });
      }
      break;
    case 'draft':
      if (code === 'draft_outdated') return draftOutdated(state, draft, isTyping && lost);
      if (isInvalid) return draftRefused(state, event);
      if (isTyping) return lost;
  }
  // What has moved may be checked in vain, so that the draft counts as lost until then.
  return also(lost, ...(moved.includes(code) ? refresh(state) : []));
};

/** Refusals of the link itself, each with the reason that the page shows. */
const closes: Partial<Record<ErrorCode, ScreenOf<'closed'>['reason']>> = {
  link_invalid: 'unknown',
  link_replaced: 'replaced',
  link_expired: 'expired',
  interview_cancelled: 'cancelled',
};

/** The server refused. The state of the link is shown, whichever screen the person was on. */
export const refused = (state: State, event: Event<'refused'>): Step => {
  const { code } = event.body;
  const reason = closes[code];
  if (reason) return close(state, reason, event);
  return code === 'link_not_open' ? early(state, event) : refusedCall(state, event);
};

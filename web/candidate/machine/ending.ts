import { blank, flush } from './draft.ts';
import { also, ask, enter, type Step, step, wait } from './effect.ts';
import type { Event } from './event.ts';
import { hideHelp } from './help.ts';
import { answerOf, forget } from './session.ts';
import { isUnderWay } from './stage.ts';
import type { ScreenOf, State } from './state.ts';
import { endMarks, recheck, requestsAfter } from './timeouts.ts';
import { holds, setAside } from './unsent.ts';

/**
 * Looks how near the end is, by the server's clock. The page asks the server first, since the end may
 * have moved; `isKnown` is for when it has answered, or cannot.
 */
export const checkEnd = (state: State, at: number, isKnown = false): Step => {
  const { opened, clock, ends } = state;
  if (!opened || !isUnderWay(state)) return step(state);
  const now = clock + at;
  const left = Date.parse(opened.expires_at) - now;
  const due = endMarks.filter((mark) => mark >= left).length;
  const told = Math.min(due, 2);
  if (!isKnown && ends.told >= 0) return also(flush(state), ask('open', {}));
  const after = told === ends.told ? state : { ...state, ends: { told, at: now } };
  const pause = left - (endMarks[due] ?? left);
  return also(flush(after), wait('end', Math.min(Math.max(pause, 4_000), recheck)));
};

/** A state with what this device has stored, as far as it lacks it. */
export const recall = (
  state: State,
  { kept, unsent = [] }: Pick<Event<'refused'>, 'kept' | 'unsent'>,
): State =>
  setAside(
    { ...state, writing: state.writing ?? (kept ? { ...blank, ...kept } : null) },
    ...unsent,
  );

/** A final screen. What was typed stays, unless the server has it whole, and not as unsent. */
export const close = (
  before: State,
  reason: ScreenOf<'closed'>['reason'],
  event: Event<'refused'>,
): Step => {
  const { body, call } = event;
  const { screen, sending, session } = before;
  const { expires_at = '', server_time = '', status, unsent_questions } = body;
  const since = Date.parse(server_time) - Date.parse(expires_at);
  const mayAsk = reason === 'expired' && status !== 'completed' && since <= requestsAfter;
  const state = recall(mayAsk ? before : hideHelp(before), event);
  const { writing } = state;
  const closed = { ...body, name: 'closed', reason, mayAsk } as const;
  if (!writing) return enter(state, closed);
  const answer = answerOf(session, writing.question_id)?.response_text ?? '';
  if (holds(answer, writing.text)) return enter({ ...state, writing: null }, closed, forget);
  const isArrived = unsent_questions?.length === 0 && writing.sent === writing.version;
  const isAway = screen.name === 'question' && sending.phase !== 'idle';
  // The refusal of the only attempt says that it failed.
  const isSent = writing.isSent || (isAway && (call !== 'submit' || sending.failures > 0));
  return enter({ ...state, writing: isArrived ? null : { ...writing, isSent } }, closed);
};

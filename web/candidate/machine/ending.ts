import { blank, flush, keep } from './draft.ts';
import { also, ask, enter, type Step, step, wait } from './effect.ts';
import type { Event } from './event.ts';
import { hideHelp } from './help.ts';
import { submitted } from './sending.ts';
import { answerOf } from './session.ts';
import { isUnderWay } from './stage.ts';
import type { ScreenOf, State, Writing } from './state.ts';
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
  const [ten, two] = endMarks;
  const told = left > ten ? 0 : left > two ? 1 : 2;
  if (!isKnown && ends.told >= 0) return also(flush(state), ask('open', {}));
  const after = told === ends.told ? state : { ...state, ends: { told, at: now } };
  const pause = left - (endMarks.find((mark) => mark < left) ?? left);
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

/** A final screen. What was typed stays. */
export const close = (
  before: State,
  reason: ScreenOf<'closed'>['reason'],
  event: Event<'refused'>,
): Step => {
  const { body, call } = event;
  const { screen, sending } = before;
  const { expires_at = '', server_time = '', status } = body;
  const isOver = Date.parse(server_time) > Date.parse(expires_at) + requestsAfter;
  const mayAsk = reason === 'expired' && status !== 'completed' && !isOver;
  const state = recall(mayAsk ? before : hideHelp(before), event);
  const closed = { ...body, name: 'closed', reason, mayAsk } as const;
  const isAway = screen.name === 'question' && sending.phase !== 'idle';
  // The refusal of the only attempt says that it failed.
  const isRefused = call === 'submit' && !sending.failures;
  if (!state.writing || !isAway || isRefused) return enter(state, closed);
  const writing = { ...state.writing, isSent: true };
  return enter({ ...state, writing }, closed, keep(writing));
};

const isAnswer = ({ session, writing }: State): boolean =>
  !!writing && holds(answerOf(session, writing.question_id)?.response_text ?? '', writing.text);

/** An answer may arrive that was on its way when the link ended: the device need not keep it. */
export const arrivedLate = (before: State, event: Event<'answer_submit'>): Step => {
  const after = submitted(before, event);
  const { writing } = after.state;
  return writing && isAnswer(after.state) ? also(after, keep({ ...writing, text: '' })) : after;
};

/** What was being written, unless it is an answer: the server has it whole, and not as unsent. */
export const unsentWriting = (state: State): Writing | null => {
  const { screen, writing } = state;
  const isAnswered =
    screen.name === 'closed' &&
    screen.unsent_questions?.length === 0 &&
    writing?.sent === writing?.version;
  return isAnswered || isAnswer(state) ? null : writing;
};

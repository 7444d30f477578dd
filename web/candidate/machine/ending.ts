import { blank, flush } from './draft.ts';
import { also, ask, enter, type Step, step, wait } from './effect.ts';
import type { Event } from './event.ts';
import { hideHelp } from './help.ts';
import { isUnderWay } from './stage.ts';
import type { ScreenOf, State } from './state.ts';
import { endMarks, requestsAfter } from './timeouts.ts';

/**
 * Looks how near the end is, by the server's clock. Before a notice the page asks the server, since
 * the end may have moved; `isKnown` is for when it has answered, or cannot.
 */
export const checkEnd = (state: State, at: number, isKnown = false): Step => {
  const { opened, clock, ends } = state;
  if (!opened || !isUnderWay(state)) return step(state);
  const now = clock + at;
  const left = Date.parse(opened.expires_at) - now;
  const [ten, two] = endMarks;
  const told = left > ten ? 0 : left > two ? 1 : 2;
  if (!isKnown && (told > ends.told || left <= 0)) return also(flush(state), ask('open', {}));
  const after = told === ends.told ? state : { ...state, ends: { told, at: now } };
  const pause = left - (endMarks.find((mark) => mark < left) ?? left);
  // A browser's timer of more than 24 days fires at once.
  return also(flush(after), wait('end', Math.min(Math.max(pause, 4_000), 1e9)));
};

/** A final screen. What was typed stays; `kept` is the draft of this device. */
export const close = (
  state: State,
  reason: ScreenOf<'closed'>['reason'],
  { body, kept }: Pick<Event<'refused'>, 'body' | 'kept'>,
): Step => {
  const { expires_at = '', server_time = '', status } = body;
  const isOver = Date.parse(server_time) > Date.parse(expires_at) + requestsAfter;
  const mayAsk = reason === 'expired' && status !== 'completed' && !isOver;
  const writing = state.writing ?? (kept ? { ...blank, ...kept } : null);
  return enter(
    { ...(mayAsk ? state : hideHelp(state)), writing },
    { ...body, name: 'closed', reason, mayAsk },
  );
};

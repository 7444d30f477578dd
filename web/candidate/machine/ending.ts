import type { Refusal } from '../api/replies.ts';
import { blank, flush } from './draft.ts';
import { also, ask, enter, type Step, step, wait } from './effect.ts';
import { hideHelp } from './help.ts';
import { isUnderWay } from './stage.ts';
import type { Kept, ScreenOf, State } from './state.ts';
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
  const saved = flush(state);
  if (!isKnown && (told > ends.told || left <= 0)) return also(saved, ask('open', {}));
  const pause = left - (endMarks.find((mark) => mark < left) ?? left);
  return also(
    { ...saved, state: { ...saved.state, ends: told === ends.told ? ends : { told, at: now } } },
    // A browser's timer of more than 24 days fires at once.
    wait('end', Math.min(Math.max(pause, 4_000), 1e9)),
  );
};

/** A final screen. What was typed stays; `kept` is the draft of this device. */
export const close = (
  state: State,
  reason: ScreenOf<'closed'>['reason'],
  body: Partial<Refusal> = {},
  kept: Kept | null = null,
): Step => {
  const { expires_at = '', server_time = '', status } = body;
  const isOver = Date.parse(server_time) > Date.parse(expires_at) + requestsAfter;
  const mayAsk = reason === 'expired' && status !== 'completed' && !isOver;
  const writing = state.writing ?? (kept && { ...blank, ...kept });
  return enter(
    { ...(mayAsk ? state : hideHelp(state)), writing },
    { ...body, name: 'closed', reason, mayAsk },
  );
};

import { currentNotice } from '../../../shared/domain/notice/versions.ts';
import { ask, enter, request, type Step, show, step, wait } from './effect.ts';
import { checkEnd, close, recall } from './ending.ts';
import type { Event } from './event.ts';
import { hideHelp } from './help.ts';
import { refresh } from './session.ts';
import { isOver, isUnderWay, mayReopen } from './stage.ts';
import { busy, idle, type State } from './state.ts';
import { recheck } from './timeouts.ts';

const loading = { name: 'loading' } as const;
const notice = { name: 'notice', problem: null } as const;

/** Asks what state the interview is in. */
export const open = (state: State): Step =>
  // The countdown stays visible.
  request(state, state.screen.name === 'early' ? state.screen : loading, ask('open', {}));

/** The page was loaded. */
export const boot = (state: State, { preferences }: Event<'boot'>): Step =>
  open({ ...state, sound: { ...state.sound, ...preferences } });

/** The link is valid. One tab at a time may write answers; a finished interview is only read. */
export const opened = (before: State, { body, at }: Event<'answer_open'>): Step => {
  const { screen } = before;
  const { language, server_time, status } = body;
  const clock = Date.parse(server_time) - at;
  const state: State = { ...before, opened: body, clock };
  if (isUnderWay(before)) return checkEnd(state, at, true);
  // A link that had expired may work again.
  if (screen.name !== 'loading' && screen.name !== 'early' && !mayReopen(before)) {
    return step(before);
  }
  const translate = { type: 'translate', language } as const;
  return show(
    { ...state, sending: busy },
    loading,
    translate,
    ...(status === 'completed' ? refresh(state) : [{ type: 'hold', steal: false } as const]),
  );
};

/** This tab may write: continues to the welcome screen, or to where the interview left off. */
export const tabHeld = (state: State): Step =>
  state.opened?.status === 'scheduled'
    ? enter(state, { name: 'welcome' })
    : step(state, ...refresh(state));

/** Another tab writes. The text of this one is stored on the device. */
export const tabLost = (state: State): Step =>
  isOver(state) ? step(state) : enter(hideHelp(state), { name: 'elsewhere' });

/** The person wants to continue here: the other tab is stopped. */
export const takeOver = (state: State): Step => step(state, { type: 'hold', steal: true });

/** The notice is accepted, or no longer accepted. */
export const agree = (state: State, { agreed }: Event<'agree'>): Step =>
  show({ ...state, agreed }, notice);

/** From the welcome to the notice. */
export const readNotice = (state: State): Step => show(state, notice);

/** From the notice, once it is accepted, to the first question. */
export const begin = (state: State): Step => {
  const { opened: info, agreed, sending } = state;
  if (!info || sending.phase === 'sending') return step(state);
  if (!agreed) return show({ ...state, sending: idle }, { ...notice, problem: 'notice' });
  return request(
    state,
    notice,
    ask('start', { interview_id: info.interview_id, notice_version: currentNotice }),
  );
};

/** Before the window: the page waits for it, by the server's clock. */
export const early = (state: State, event: Event<'refused'>): Step => {
  const { body, at } = event;
  const { opens_at = '', server_time = '' } = body;
  const server = Date.parse(server_time);
  // At least a second: rounding must not cause a flood of requests.
  const remaining = Math.max(Date.parse(opens_at) - server, 1_000);
  // Only if a time is missing or invalid: the answer cannot be used.
  if (!remaining) return close(state, 'unknown', event);
  return enter(
    { ...hideHelp(recall(state, event)), clock: server - at },
    { ...body, name: 'early', opens_at, remaining, asked: at },
    wait('tick', 1_000),
  );
};

/** A second of the countdown. At its end, and every few minutes, the page asks the server. */
export const tick = (before: State, at: number): Step => {
  const { screen, clock, sending } = before;
  if (screen.name !== 'early') return step(before);
  const remaining = Date.parse(screen.opens_at) - clock - at;
  const state: State = { ...before, screen: { ...screen, remaining: Math.max(remaining, 0) } };
  const isDue = remaining <= 0 || at - screen.asked >= recheck;
  return isDue && sending.phase === 'idle' ? open(state) : step(state, wait('tick', 1_000));
};

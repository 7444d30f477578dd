import type { Refusal } from '../api/replies.ts';
import { type Step, show, step, stop, wait } from './effect.ts';
import type { EventOf } from './event.ts';
import { marks, recheck } from './patience.ts';
import { quiet } from './session.ts';
import { type Clock, idle, type Screen, type State, sending } from './state.ts';

/** The page was loaded. */
export const boot = (state: State, { preferences }: EventOf<'boot'>): Step =>
  step(
    { ...state, sound: { ...state.sound, ...preferences } },
    { type: 'open' },
    wait('slow', marks[0]),
  );

/** Asks again what state the interview is in. */
export const open = (state: State, failures = 0): Step => {
  const { screen } = state;
  const going = sending(failures);
  if (screen.name === 'early') return show(state, { ...screen, sending: going }, { type: 'open' });
  return show(
    state,
    { name: 'loading', slow: failures > 0, sending: going },
    { type: 'open' },
    wait('slow', marks[0]),
  );
};

/** The link is good. One tab at a time may write answers; a finished interview is only read. */
export const opened = (state: State, { body, at }: EventOf<'opened'>): Step => {
  if (state.screen.name !== 'loading' && state.screen.name !== 'early') return step(state);
  const clock = { server: Date.parse(body.server_time), at };
  const next: State = { ...state, opened: body, clock };
  const speak = { type: 'speak', language: body.language } as const;
  if (body.status === 'cancelled') {
    const { state: closed, effects } = close(next, 'cancelled');
    return step(closed, ...effects, speak);
  }
  const { interview_id } = body;
  const loading: Screen = { name: 'loading', slow: false, sending: sending() };
  if (body.status === 'completed') {
    return show(next, loading, speak, { type: 'start', interview_id, notice: false });
  }
  return show(next, loading, stop('tick'), speak, { type: 'hold_tab', interview_id, steal: false });
};

/** This tab may write: on to the welcome, or back to where the interview stands. */
export const tabHeld = (state: State): Step => {
  const { opened: info, screen } = state;
  if (screen.name !== 'loading') return step(state);
  // Taken over from another tab, which may have gone on meanwhile.
  if (!info) return open(state);
  if (info.status === 'scheduled') {
    return show(state, { name: 'welcome', problem: null, sending: idle }, stop('slow'));
  }
  return step(state, { type: 'start', interview_id: info.interview_id, notice: false });
};

/** Another tab writes. What this one had is on the device and on the server. */
export const tabLost = (state: State): Step =>
  state.screen.name === 'complete' || state.screen.name === 'closed'
    ? step(state)
    : show({ ...state, help: null }, { name: 'elsewhere' }, ...quiet);

/** The person wants to go on here: the other tab is told, then the state is read afresh. */
export const takeOver = (state: State): Step => {
  if (state.screen.name !== 'elsewhere' || !state.opened) return step(state);
  const { interview_id } = state.opened;
  return show(
    { ...state, opened: null, writing: null },
    { name: 'loading', slow: false, sending: sending() },
    { type: 'hold_tab', interview_id, steal: true },
    wait('slow', marks[0]),
  );
};

/** The notice is accepted, or no longer. */
export const agree = (state: State, agreed: boolean): Step =>
  state.screen.name === 'welcome'
    ? show({ ...state, agreed }, { ...state.screen, problem: null })
    : step(state);

/** Starts the interview, once the notice is accepted where it must be. */
export const begin = (state: State, failures = 0): Step => {
  const { screen, opened: info, agreed } = state;
  if (screen.name !== 'welcome' || !info || screen.sending.phase === 'sending') return step(state);
  if (info.notice?.required && !agreed) return show(state, { ...screen, problem: 'notice' });
  return show(
    state,
    { name: 'welcome', problem: null, sending: sending(failures) },
    { type: 'start', interview_id: info.interview_id, notice: true },
    wait('slow', marks[0]),
  );
};

/** A screen on which nothing goes on any more. What was typed stays at hand for a download. */
export const close = (
  state: State,
  reason: Extract<Screen, { name: 'closed' }>['reason'],
  since?: string,
): Step =>
  show({ ...state, help: null }, { name: 'closed', reason, ...(since && { since }) }, ...quiet);

/** The server's time at a reading of the monotonic clock, in ms since the epoch. */
export const serverTime = (clock: Clock, at: number): number => clock.server + at - clock.at;

/** Before the window: the page waits for it, by the server's clock. */
export const early = (state: State, body: Refusal, at: number): Step => {
  const { opens_at, starts_at = '', ends_at = '', server_time, job_title = '' } = body;
  if (!opens_at || !server_time) return close(state, 'unknown');
  const clock = { server: Date.parse(server_time), at };
  // Never less than a second: a clock that rounds must not turn into a flood of requests.
  const remaining = Math.max(Date.parse(opens_at) - clock.server, 1_000);
  return show(
    { ...state, clock, help: null },
    { name: 'early', opens_at, starts_at, ends_at, job_title, remaining, sending: idle },
    ...quiet,
    wait('tick', Math.min(remaining, 1_000)),
  );
};

/** A second of the countdown. At its end, and every few minutes, the server is asked. */
export const tick = (state: State, at: number): Step => {
  const { screen, clock } = state;
  if (screen.name !== 'early' || !clock) return step(state);
  const remaining = Date.parse(screen.opens_at) - serverTime(clock, at);
  const counted: State = { ...state, screen: { ...screen, remaining: Math.max(remaining, 0) } };
  const isDue = remaining <= 0 || at - clock.at >= recheck;
  if (isDue && screen.sending.phase === 'idle') return open(counted);
  return step(counted, wait('tick', 1_000));
};

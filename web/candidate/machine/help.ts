import { type Step, step } from './effect.ts';
import type { Help, State } from './state.ts';

const blank: Help = { kind: null, message: '', problem: null, status: 'writing' };

/** Opens the request for more time or another format over the screen. */
export const openHelp = (state: State): Step => step({ ...state, help: state.help ?? blank });

/** Back to the screen, which went on underneath. */
export const closeHelp = (state: State): Step =>
  state.help ? step({ ...state, help: null }) : step(state);

/** A change of the request. */
export const changeHelp = (state: State, change: Partial<Help>): Step =>
  state.help && state.help.status !== 'sending'
    ? step({ ...state, help: { ...state.help, ...change, problem: null } })
    : step(state);

/** Sends the request; while it is under way, or once it is sent, nothing. */
export const sendHelp = (state: State): Step => {
  const { help } = state;
  if (!help || help.status === 'sending' || help.status === 'sent') return step(state);
  if (!help.kind) return step({ ...state, help: { ...help, problem: 'kind' } });
  const { kind, message } = help;
  return step(
    { ...state, help: { ...help, problem: null, status: 'sending' } },
    { type: 'ask_help', help: { kind, message } },
  );
};

/** The request is stored. */
export const helpSent = (state: State): Step =>
  state.help ? step({ ...state, help: { ...state.help, status: 'sent' } }) : step(state);

/** The request is not stored: the person decides about another attempt. */
export const helpFailed = (state: State): Step =>
  state.help ? step({ ...state, help: { ...state.help, status: 'failed' } }) : step(state);

import { also, ask, type Step, step } from './effect.ts';
import type { Event } from './event.ts';
import { mayMove } from './stage.ts';
import { type Help, initial, type State } from './state.ts';

/** Whether the person can ask for help here: the link is known to be valid and nothing is pending. */
export const mayAskHelp = (state: State): boolean =>
  !state.help && (state.screen.name === 'early' || mayMove(state));

/** Opens the request for more time or another format over the screen, as it was left. */
export const openHelp = (state: State, { kind }: Event<'help_open'>): Step =>
  mayAskHelp(state)
    ? step({
        ...state,
        help: { ...state.asked, kind: kind ?? state.asked.kind, problem: null, status: 'writing' },
      })
    : step(state);

/** The same without the request over it. */
export const hideHelp = (state: State): State => ({
  ...state,
  help: null,
  asked: state.help ?? state.asked,
});

/** A change of the request, by the person or by its outcome. */
export const changeHelp = (state: State, change: Partial<Help>): Step =>
  state.help ? step({ ...state, help: { ...state.help, problem: null, ...change } }) : step(state);

/** The request has arrived, if need be after it was closed: the next one begins blank. */
export const helpSent = (before: State): Step => {
  const state = { ...before, asked: initial.asked };
  return state.help?.status === 'sending'
    ? changeHelp(state, { status: 'sent', kind: null, message: '' })
    : step(state);
};

/** Sends the request; does nothing while it is under way or once it is sent. */
export const sendHelp = (state: State): Step => {
  const { help } = state;
  if (!help || help.status === 'sending' || help.status === 'sent') return step(state);
  const { kind, message } = help;
  if (!kind) return changeHelp(state, { problem: 'helpKindMissing' });
  if (kind === 'other' && !message.trim()) {
    return changeHelp(state, { problem: 'helpMessageMissing' });
  }
  return also(changeHelp(state, { status: 'sending' }), ask('help', { kind, message }));
};

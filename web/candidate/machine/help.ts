import { ask, type Step, step } from './effect.ts';
import type { Help, ScreenName, State } from './state.ts';

const blank: Help = { kind: null, message: '', problem: null, status: 'writing' };

const helped: ScreenName[] = [
  'early',
  'welcome',
  'notice',
  'practice',
  'question',
  'feedback',
  'answered_elsewhere',
];

/** Whether the person can ask for help here: the link is known to be valid and nothing is pending. */
export const mayAskHelp = ({ screen, help }: State): boolean =>
  !help &&
  (helped.includes(screen.name) || (screen.name === 'closed' && screen.reason === 'expired'));

/** Opens the request for more time or another format over the screen. */
export const openHelp = (state: State): Step =>
  step(mayAskHelp(state) ? { ...state, help: blank } : state);

/** A change of the request, by the person or by its outcome. */
export const changeHelp = (state: State, change: Partial<Help>): Step =>
  state.help ? step({ ...state, help: { ...state.help, problem: null, ...change } }) : step(state);

/** Sends the request; does nothing while it is under way or once it is sent. */
export const sendHelp = (state: State): Step => {
  const { help } = state;
  if (!help || help.status === 'sending' || help.status === 'sent') return step(state);
  const { kind, message } = help;
  if (!kind) return changeHelp(state, { problem: 'kind' });
  return step(changeHelp(state, { status: 'sending' }).state, ask('help', { kind, message }));
};

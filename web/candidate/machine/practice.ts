import { pause, type Step, show, step } from './effect.ts';
import type { State } from './state.ts';

/** A practice question: nothing of it leaves the page. */
export const practise = (state: State): Step =>
  state.screen.name === 'welcome'
    ? show(state, { name: 'practice', text: state.practised, problem: null, done: false })
    : step(state);

/** A keystroke in the practice answer. */
export const practiseTyping = (state: State, text: string): Step =>
  state.screen.name === 'practice'
    ? show(state, { ...state.screen, text, problem: null })
    : step(state);

/** Shows what sending looks like, without sending. */
export const practiseSending = (state: State): Step => {
  const { screen } = state;
  if (screen.name !== 'practice') return step(state);
  return screen.text.trim()
    ? show(state, { ...screen, problem: null, done: true }, pause)
    : show(state, { ...screen, problem: 'empty' });
};

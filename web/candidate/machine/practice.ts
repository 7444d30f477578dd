import { pause, type Step, show } from './effect.ts';
import type { Event } from './event.ts';
import type { ScreenOf, State } from './state.ts';

type Practice = ScreenOf<'practice'>;

/** A practice question: nothing of it leaves the page. */
export const practise = (state: State): Step =>
  show(state, { name: 'practice', text: state.practised, problem: null, done: false });

/** A keystroke in the practice answer. */
export const practiseTyping = (state: State, { text }: Event<'typed'>, screen: Practice): Step =>
  show(state, { ...screen, text, problem: null });

/** Shows what sending looks like, without sending. */
export const practiseSending = (state: State, _event: Event<'send'>, screen: Practice): Step =>
  screen.text.trim()
    ? show(state, { ...screen, problem: null, done: true }, pause)
    : show(state, { ...screen, problem: 'empty' });

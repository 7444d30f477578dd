import { pause, type Step, show } from './effect.ts';
import type { Event } from './event.ts';
import type { State } from './state.ts';

const practice = { name: 'practice', problem: null, done: false } as const;

/** A practice question: nothing of it leaves the page. */
export const practise = (state: State): Step => show(state, practice);

/** A keystroke in the practice answer, which is there again when the person comes back to it. */
export const practiseTyping = (state: State, { text }: Event<'typed'>): Step =>
  show({ ...state, practised: text }, practice);

/** Shows what sending looks like, without sending. */
export const practiseSending = (state: State): Step =>
  state.practised.trim()
    ? show(state, { ...practice, done: true }, pause)
    : show(state, { ...practice, problem: 'empty' });

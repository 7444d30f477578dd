import { enter, type Step, step } from './effect.ts';
import { hideHelp } from './help.ts';
import type { State } from './state.ts';

/** Screens one step further than the welcome. */
const further = ['notice', 'practice'];

/** How many steps the browser's Back takes inside the page; one while an answer is written. */
export const depthOf = ({ screen, writing, help }: State): number => {
  const isWriting = screen.name === 'question' && writing?.text;
  return (help ? 1 : 0) + (isWriting || further.includes(screen.name) ? 1 : 0);
};

/** Returns to the screen before; what was typed is there again when the person comes back. */
export const back = (state: State): Step => {
  const { screen, help } = state;
  if (help) return step(hideHelp(state));
  if (!further.includes(screen.name)) return step(state);
  return enter(state, { name: 'welcome' });
};

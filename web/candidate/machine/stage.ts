import type { State } from './state.ts';

/** Screens of an interview under way. */
const underWay = ['welcome', 'notice', 'practice', 'question', 'feedback', 'answered_elsewhere'];

/** Whether the end of the link would interrupt the person. */
export const isUnderWay = ({ screen }: State): boolean => underWay.includes(screen.name);

/** Whether the link has ended and may get more time. */
export const mayReopen = ({ screen }: State): boolean => screen.name === 'closed' && screen.mayAsk;

/** Whether the link's end is worth asking for. */
export const mayMove = (state: State): boolean => isUnderWay(state) || mayReopen(state);

/** Whether nothing more is written here: another tab may have the lock. */
export const isOver = ({ screen }: State): boolean =>
  ['closed', 'evaluating', 'complete'].includes(screen.name);

import type { Result } from '../api/replies.ts';
import type { State } from './state.ts';

/** The result of an interview that is over: null while it is being made; undefined before the end. */
export const resultOf = ({ screen }: State): Result | null | undefined => {
  if (screen.name === 'complete') return screen.result;
  return screen.name === 'evaluating' ? null : undefined;
};

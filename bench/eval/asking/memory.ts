import type * as z from 'zod';
import { keyOf, type RunState } from './run-state.ts';

export interface Memory<T> {
  state: RunState;
  /** The schema of a remembered line; a line of another shape is requested again. */
  shape: z.ZodType<T>;
  /** Called once for each answer that came from the run's state. */
  onRemembered(): void;
}

/**
 * Returns each request's answer from the run's state, from the same request already under way, or
 * by asking. `make` returns null if the interviewer failed: that is not remembered.
 */
export const createMemory = <T>({ state, shape, onRemembered }: Memory<T>) => {
  const underWay = new Map<string, Promise<T | null>>();
  const find = async (key: string, make: () => Promise<T | null>) => {
    const known = shape.safeParse(state.find(key));
    if (known.success) {
      onRemembered();
      return known.data;
    }
    const made = await make();
    if (made !== null) await state.add(key, made);
    return made;
  };
  return (request: unknown, make: () => Promise<T | null>): Promise<T | null> => {
    const key = keyOf(request);
    const found = underWay.get(key) ?? find(key, make);
    underWay.set(key, found);
    return found;
  };
};

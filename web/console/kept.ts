import { useState } from 'preact/hooks';
import { useSettings } from './settings.ts';

const kept = new Map<string, unknown>();

/**
 * State that outlives its screen, such as a text that is being written when the session ends. It is in
 * memory alone, and each person has their own.
 * @param name of the thing, unique in the console
 */
export const useKept = <T>(name: string, first: T): [T, (value: T) => void] => {
  const key = `${useSettings().account.user_id} ${name}`;
  const [value, setValue] = useState<T>(() => (kept.has(key) ? (kept.get(key) as T) : first));
  const keep = (next: T) => {
    if (next === first) kept.delete(key);
    else kept.set(key, next);
    setValue(next);
  };
  return [value, keep];
};

import { useCallback, useState } from 'preact/hooks';
import { keepText, keptText } from './device.ts';
import { useSettings } from './settings.ts';

/** What this person left here; null where there is nothing, or nothing that can be read. */
const read = (name: string, user_id: string): unknown => {
  try {
    const kept = JSON.parse(keptText(name) ?? 'null');
    return kept?.user_id === user_id ? kept.value : null;
  } catch {
    return null;
  }
};

/**
 * A state that survives a reload and an ended login, in this tab and for this person; null until it is
 * set. Nothing of candidates belongs here.
 * @param name of the thing, unique in the console
 */
export const useKeptInTab = <T extends object>(
  name: string,
): [T | null, (next: T | null) => void] => {
  const { user_id } = useSettings().account;
  const [value, setValue] = useState(() => read(name, user_id) as T | null);
  const set = useCallback(
    (next: T | null) => {
      setValue(next);
      keepText(name, next && JSON.stringify({ user_id, value: next }));
    },
    [name, user_id],
  );
  return [value, set];
};

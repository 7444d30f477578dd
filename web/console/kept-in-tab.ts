import { useCallback, useState } from 'preact/hooks';
import { inTab, keepInTab } from './device.ts';
import { useSettings } from './settings.ts';

/**
 * A state that survives a reload and an ended login, in this tab and for this person; null until it is
 * set. What an older version of the console has kept may lack fields.
 * @returns it, what sets it, and whether it is kept as it is
 */
export const useKeptInTab = <T extends object>(
  name: string,
): [value: T | null, set: (next: T | null) => void, isKept: boolean] => {
  const { user_id } = useSettings().account;
  const [value, setValue] = useState(() => inTab(name, user_id) as T | null);
  const [isKept, setKept] = useState(true);
  const set = useCallback(
    (next: T | null) => {
      setValue(next);
      setKept(keepInTab(name, user_id, next));
    },
    [name, user_id],
  );
  return [value, set, isKept];
};

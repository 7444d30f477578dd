import { useEffect, useLayoutEffect } from 'preact/hooks';
import { cameBack, navigate, to } from '../../router.ts';

const isTyping = ({ target }: Event) =>
  target instanceof Element && target.closest('input, select, textarea, dialog') !== null;

/** Moves the focus by so many rows; from anywhere else it begins with the first. */
const step = (by: number) => {
  const rows = [...document.querySelectorAll<HTMLElement>('.list .who')];
  const { activeElement } = document;
  const at = activeElement instanceof HTMLElement ? rows.indexOf(activeElement) : -1;
  rows[at === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
};

const actions: Readonly<Record<string, () => void>> = {
  j: () => step(1),
  k: () => step(-1),
  n: () => navigate(to('/interviews/new')),
  '/': () => document.getElementById('find')?.focus(),
};

/** The keys of the list: j and k move, n is a new interview, / finds. Enter is the link's own. */
export const useKeys = (): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = actions[event.key];
      const isPlain = !(event.ctrlKey || event.metaKey || event.altKey);
      if (!action || !isPlain || isTyping(event)) return;
      event.preventDefault();
      action();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
};

let followed = '';

/** Remembers the row that is opened, by its address. */
export const follow = (address: string): void => {
  followed = address;
};

/** Puts the focus on the row that was opened, when the browser's Back leads to the list again. */
export const useReturn = (isShown: boolean): void => {
  useLayoutEffect(() => {
    if (!isShown || !cameBack()) return;
    const rows = document.querySelectorAll<HTMLElement>('.list .who');
    for (const row of rows) if (row.getAttribute('href') === followed) row.focus();
    followed = '';
  }, [isShown]);
};

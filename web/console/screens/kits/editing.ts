import { createContext } from 'preact';
import { useContext, useLayoutEffect, useRef } from 'preact/hooks';
import type { Wrong } from '../../parts/problem.tsx';
import type { Content } from './kit-draft.ts';
import type { Speech } from './speech.ts';

/** What every field of a kit knows. */
export interface Editing {
  /** The version as it is stored. */
  stored: Content;
  isReadOnly: boolean;
  wrong: readonly Wrong[];
  speech: Speech;
  /** Gives the focus to what has this id when the next state is drawn, and says what was done. */
  done(focus: string, said: string): void;
}

export const EditingContext = createContext<Editing | null>(null);

/** @throws outside of a kit */
export const useEditing = (): Editing => {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('A part of a kit is drawn without it');
  return editing;
};

/** Gives the focus to an element by its id, as soon as it is drawn. */
export const useFocusNext = (): ((id: string) => void) => {
  const wanted = useRef<string | null>(null);
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    document.getElementById(wanted.current)?.focus();
    wanted.current = null;
  });
  return (id) => {
    wanted.current = id;
  };
};

import { Ask, type Asked, asked } from './ask.tsx';
import type { DoingProps } from './doing.ts';
import { Erase } from './erase.tsx';
import { Extend } from './extend.tsx';
import { Handle } from './handle.tsx';
import { Person } from './person.tsx';

/** A dialog of the screen; `handle` is about one request. */
export type Dialog = Asked | 'extend' | 'person' | 'erase' | { handle: string };
export type OpenDialog = (dialog: Dialog) => void;

export interface DialogsProps extends DoingProps {
  dialog: Dialog | null;
  close(): void;
  onErased(at: string): void;
}

const isAsked = (dialog: string): dialog is Asked => dialog in asked;

/** The one dialog that is open, if one is. */
export const Dialogs = ({ dialog, onErased, ...props }: DialogsProps) => {
  if (dialog === null) return null;
  if (typeof dialog !== 'string') return <Handle accommodation_id={dialog.handle} {...props} />;
  if (isAsked(dialog)) return <Ask what={dialog} {...props} />;
  if (dialog === 'extend') return <Extend {...props} />;
  if (dialog === 'person') return <Person {...props} />;
  return <Erase onErased={onErased} {...props} />;
};

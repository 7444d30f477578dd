import type { ComponentChildren } from 'preact';
import type { Event } from '../machine/event.ts';
import type { Page } from '../page.ts';

/** A button with its action: an event for the machine, or a function. Without one, the form is sent. */
export const button = (
  { dispatch }: Page,
  says: ComponentChildren,
  does?: Event | (() => void),
  look: 'primary' | 'plain' | '' = does ? '' : 'primary',
  isBusy?: boolean,
) => (
  <button
    type={does ? 'button' : 'submit'}
    class={`btn ${look}`}
    aria-disabled={isBusy}
    onClick={typeof does === 'object' ? () => dispatch(does) : does}
  >
    {says}
  </button>
);

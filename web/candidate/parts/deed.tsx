import type { ComponentChildren } from 'preact';
import type { Event } from '../machine/event.ts';
import type { OnPage } from '../page.ts';

interface DeedProps extends OnPage {
  look: 'primary' | 'quiet' | 'link';
  /** An event for the machine, or something that needs no state. */
  does: Event | (() => void);
  children: ComponentChildren;
}

/** A button and what it does. */
export const Deed = ({ page, look, does, children }: DeedProps) => (
  <button
    type="button"
    class={look}
    onClick={typeof does === 'function' ? does : () => page.dispatch(does)}
  >
    {children}
  </button>
);

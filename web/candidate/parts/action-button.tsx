import type { ComponentChildren } from 'preact';
import type { Event } from '../machine/event.ts';
import type { OnPage } from '../page.ts';

const looks = { primary: 'btn primary', quiet: 'btn', link: 'btn plain' };

interface ActionButtonProps extends OnPage {
  look: keyof typeof looks;
  /** An event for the machine, or a function that needs no state. */
  does: Event | (() => void);
  children: ComponentChildren;
}

/** A button with its action. */
export const ActionButton = ({ page, look, does, children }: ActionButtonProps) => (
  <button
    type="button"
    class={looks[look]}
    onClick={typeof does === 'function' ? does : () => page.dispatch(does)}
  >
    {children}
  </button>
);

import type { ComponentChildren } from 'preact';
import type { Event } from '../machine/event.ts';
import type { OnPage } from '../page.ts';

const looks = { primary: 'btn primary', quiet: 'btn', link: 'btn plain' };

interface ActionButtonProps extends OnPage {
  look?: keyof typeof looks;
  /** An event for the machine, or a function that needs no state. Without one, the form is sent. */
  does?: Event | (() => void);
  isBusy?: boolean;
  children: ComponentChildren;
}

/** A button with its action. */
export const ActionButton = ({
  page,
  look = 'quiet',
  does,
  isBusy,
  children,
}: ActionButtonProps) => (
  <button
    type={does ? 'button' : 'submit'}
    class={looks[look]}
    aria-disabled={isBusy}
    onClick={typeof does === 'object' ? () => page.dispatch(does) : does}
  >
    {children}
  </button>
);

import type { ComponentChildren } from 'preact';
import type { OnPage } from '../page.ts';

interface FormProps extends OnPage {
  sends: 'begin' | 'send' | 'help_send';
  children: ComponentChildren;
}

/** A form that is sent by its button or by Enter, to the machine and nowhere else. */
export const Form = ({ page, sends, children }: FormProps) => (
  <form
    class="sheet"
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      page.dispatch({ type: sends });
    }}
  >
    {children}
  </form>
);

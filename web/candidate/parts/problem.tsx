import { longestAnswer } from '../machine/state.ts';
import type { Page } from '../page.ts';
import { button } from './action-button.tsx';

/** What is wrong with what the person wants to send, in one sentence; nothing if all is well. */
export const wrongIn = ({ t, help, screen }: Page): string | null => {
  const problem = help ? help.problem : 'problem' in screen ? screen.problem : null;
  return problem && t(problem, { count: longestAnswer });
};

/** The field that the error is beside. */
const focusWrong = () =>
  document.querySelector<HTMLElement>('#wrong ~ textarea, #wrong + label input')?.focus();

/** The error summary, focused when it appears. A link to the field would replace the token. */
export const errorSummary = (page: Page) => {
  const text = wrongIn(page);
  return (
    text && (
      <div class="problem" id="problem" role="alert">
        <h2>{page.t('problemTitle')}</h2>
        {button(page, text, focusWrong, 'plain')}
      </div>
    )
  );
};

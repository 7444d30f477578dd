import { labelled } from '../copy/labelled.ts';
import { titled } from '../copy/titled.ts';
import type { State } from '../machine/state.ts';
import type { Page } from '../page.ts';

/** The identity of the step that the person is on: when it changes, the focus moves. */
export const stepOf = ({ screen, writing, help }: State): string =>
  // The request stays what the person is at, whatever happens to the screen under it.
  help
    ? `help ${help.status === 'sent'}`
    : [
        // The result replaces the wait for it on the same page.
        screen.name === 'evaluating' ? 'complete' : screen.name,
        screen.name === 'question' && `${writing?.question_id} ${!writing?.other}`,
        screen.name === 'feedback' && screen.question_id,
      ].join();

/**
 * Updates the document after every drawing: its language and title, and the focus. That moves to the
 * heading at each new step and to the summary at an error, and is never left on nothing.
 */
export const attend = (): ((page: Page) => void) => {
  let lastStep = '';
  let lastTry: unknown = null;
  let lastTitle = '';
  let lastLanguage: unknown = null;
  let lastFocused: Element | null = null;
  document.addEventListener('focusin', ({ target }) => {
    lastFocused = target as Element;
  });
  const focus = (selector: string, options?: FocusOptions) => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) return;
    element.tabIndex = -1;
    element.focus(options);
  };
  return (page) => {
    const { t, language } = page;
    const root = document.documentElement;
    const problem = document.getElementById('problem');
    // Written only when they change: the browser would lay out all text again, and one that
    // translates the page has set its own.
    if (t !== lastLanguage) {
      root.lang = page.locale;
      root.dir = language === 'ar' ? 'rtl' : 'ltr';
    }
    // "Question 2 of 5" says more in a row of tabs than the question's first words.
    const heading = document.querySelector('#step, h1')?.textContent;
    const name = titled(page, heading);
    const title = (problem && labelled(page, 'error', name)) || name;
    if (title !== lastTitle) document.title = title;
    const step = stepOf(page);
    // A new object for each attempt, so that a second failure is announced again.
    const attempt = page.help ?? page.screen;
    if (problem && attempt !== lastTry) focus('#problem');
    else if (step !== lastStep) {
      if (lastStep) scrollTo(0, 0);
      focus('h1');
    } else if (lastFocused?.isConnected === false) {
      // What had the focus is gone, and the step is the same: nothing may move.
      focus('h1', { preventScroll: true });
    }
    lastStep = step;
    lastTry = attempt;
    lastTitle = title;
    lastLanguage = t;
  };
};

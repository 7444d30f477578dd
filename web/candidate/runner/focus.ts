import type { Page } from '../page.ts';

/** What stays the same while the person is on one step: when it changes, so does the focus. */
const stepOf = ({ state: { screen, writing, help } }: Page): string =>
  [
    screen.name,
    help && `help ${help.status === 'sent'}`,
    screen.name === 'question' && writing?.question_id,
    screen.name === 'feedback' && screen.question_id,
  ].join();

/**
 * What follows every drawing: the language and title of the document, and at each new step the
 * focus on its heading; at an error on the summary.
 */
export const attend = (document: Document): ((page: Page) => void) => {
  let lastStep = '';
  let lastTry: unknown = null;
  const focus = (selector: string) => {
    const element = document.querySelector<HTMLElement>(selector);
    if (!element) return;
    element.tabIndex = -1;
    element.focus();
  };
  return (page) => {
    const { brand, speech, state } = page;
    const root = document.documentElement;
    const problem = document.getElementById('problem');
    root.lang = speech.locale;
    root.dir = speech.language === 'ar' ? 'rtl' : 'ltr';
    // "Question 2 of 5" says more in a row of tabs than the question's first words.
    const heading = document.querySelector('.steps p, h1')?.textContent;
    const title = [heading, brand?.employer_name].filter(Boolean).join(' – ');
    document.title = problem ? `${speech.say('error')}: ${title}` : title;
    const step = stepOf(page);
    // Made anew by each attempt: a second one that fails is said again.
    const attempt = state.help ?? state.screen;
    if (problem && attempt !== lastTry) focus('#problem');
    else if (step !== lastStep) {
      if (lastStep) document.defaultView?.scrollTo(0, 0);
      focus('h1');
    }
    lastStep = step;
    lastTry = attempt;
  };
};

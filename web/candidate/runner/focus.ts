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
  let lastProblem: Element | null = null;
  const find = (selector: string) => document.querySelector<HTMLElement>(selector);
  return (page) => {
    const { brand, speech } = page;
    const root = document.documentElement;
    const problem = find('#problem');
    const step = stepOf(page);
    root.lang = speech.locale;
    root.dir = speech.language === 'ar' ? 'rtl' : 'ltr';
    // "Question 2 of 5" says more in a row of tabs than the question's first words.
    const heading = find('.steps p, h1')?.textContent;
    document.title = [
      problem && speech.say('error'),
      [heading, brand?.employer_name].filter(Boolean).join(' – '),
    ]
      .filter(Boolean)
      .join(': ');
    if (problem && problem !== lastProblem) problem.focus();
    else if (step !== lastStep) {
      find('h1')?.focus({ preventScroll: true });
      document.defaultView?.scrollTo(0, 0);
    }
    lastStep = step;
    lastProblem = problem;
  };
};

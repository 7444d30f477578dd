import type { Page } from '../page.ts';
import { hasProblem, stepOf, titleOf } from '../title.ts';

/**
 * What follows every drawing: the language and title of the document, and at each new step the
 * focus on its heading; at an error on the summary.
 */
export const attend = (document: Document): ((page: Page) => void) => {
  let lastStep = '';
  let hadProblem = false;
  return (page) => {
    const { documentElement: root } = document;
    root.lang = page.speech.locale;
    root.dir = page.speech.language === 'ar' ? 'rtl' : 'ltr';
    document.title = titleOf(page);
    const step = stepOf(page.state);
    const problem = hasProblem(page.state);
    if (problem && !hadProblem) document.getElementById('problem')?.focus();
    else if (step !== lastStep) {
      document.querySelector<HTMLElement>('h1')?.focus({ preventScroll: true });
      document.defaultView?.scrollTo(0, 0);
    }
    lastStep = step;
    hadProblem = problem;
  };
};

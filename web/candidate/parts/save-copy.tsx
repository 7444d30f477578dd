import { copyOf } from '../copy/copy.ts';
import type { Messages } from '../i18n/catalogues.ts';
import type { Page } from '../page.ts';
import { button } from './action-button.tsx';

/** Downloads what the person wrote, if anything is known of it, with the result if there is one. */
export const saveCopy = (page: Page, label: keyof Messages = 'downloadAnswers') =>
  (page.session || page.unsent.length || page.writing?.text) &&
  button(page, page.t(label), () => page.save('interview.txt', 'text/plain', copyOf(page)));

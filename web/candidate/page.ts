import type { Translator } from './i18n/translator.ts';
import type { Event } from './machine/event.ts';
import type { State } from './machine/state.ts';

/** What every screen receives: its language, the state, and callbacks. */
export interface Page extends Translator, State {
  /** The reference to quote to the employer: the interview's id, if the link contains it. */
  reference: string | null;
  dispatch(event: Event): void;
  chooseLanguage(language: string): void;
  /** Downloads a file with this name, type and text. */
  save(name: string, type: string, text: string): void;
}

export interface OnPage {
  page: Page;
}

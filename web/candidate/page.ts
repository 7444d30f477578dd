import type { Brand } from '../../shared/domain/brand.ts';
import type { Speech } from './i18n/speech.ts';
import type { Event } from './machine/event.ts';
import type { State } from './machine/state.ts';

/** What every screen gets: the state, how to speak, who asks, and the way back into the machine. */
export interface Page {
  state: State;
  speech: Speech;
  brand: Brand | null;
  /** What the person can name to the employer: the interview's id, where the link still tells it. */
  reference: string | null;
  dispatch(event: Event): void;
  chooseLanguage(language: string): void;
  /** Hands the person a file: its name, its type and its text. */
  save(name: string, type: string, text: string): void;
}

export interface OnPage {
  page: Page;
}

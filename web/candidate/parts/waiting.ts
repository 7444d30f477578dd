import type { Sending } from '../machine/state.ts';
import type { Page } from '../page.ts';
import type { Said } from './status.tsx';

/** What is said of a request that the person waits for, apart from answers. */
export const waitingSaid = (page: Page, sending: Sending, doing: string): Said | null => {
  if (sending.phase === 'idle') return null;
  if (sending.phase === 'waiting') return { shape: 'alert', text: page.speech.say('unreachable') };
  return sending.stage > 0 ? { shape: 'wait', text: doing } : null;
};

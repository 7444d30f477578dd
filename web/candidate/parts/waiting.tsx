import type { Page } from '../page.ts';
import { button } from './action-button.tsx';
import { statusLine } from './status.tsx';

/** The progress of a request that the person waits for: what is being done, or why it is not. */
export const waiting = (page: Page, doing: string | false) => {
  const { t, sending } = page;
  const { phase, stage, failures } = sending;
  const isPaused = phase === 'waiting';
  return (
    <>
      {statusLine(isPaused ? 'alert' : 'wait', isPaused ? t('unreachable') : stage > 0 && doing)}
      {/* Stays during the next attempt, so that the focus stays on it. */}
      {failures > 0 && button(page, t('tryNow'), { type: 'try_now' })}
    </>
  );
};

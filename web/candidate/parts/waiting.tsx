import type { OnPage } from '../page.ts';
import { ActionButton } from './action-button.tsx';
import { Status } from './status.tsx';

/** The progress of a request that the person waits for: what is being done, or why it is not. */
export const Waiting = ({ page, doing }: OnPage & { doing: string | false }) => {
  const { t } = page;
  const { phase, stage, failures } = page.sending;
  const isPaused = phase === 'waiting';
  return (
    <>
      <Status shape={isPaused ? 'alert' : 'wait'}>
        {isPaused ? t('unreachable') : stage > 0 && doing}
      </Status>
      {/* Stays during the next attempt, so that the focus stays on it. */}
      {failures > 0 && (
        <ActionButton page={page} does={{ type: 'try_now' }}>
          {t('tryNow')}
        </ActionButton>
      )}
    </>
  );
};

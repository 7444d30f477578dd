import { hasFailed, type Sending } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { ActionButton } from './action-button.tsx';
import { Status } from './status.tsx';

/** The progress of a request that the person waits for: what is being done, or why it is not. */
export const Waiting = ({ page, on, doing }: OnPage & { on: Sending; doing: string | false }) => {
  const { t } = page;
  const isPaused = on.phase === 'waiting';
  const isSlow = on.phase === 'sending' && on.stage > 0;
  return (
    <>
      <Status shape={isPaused ? 'alert' : 'wait'}>
        {isPaused ? t('unreachable') : isSlow && doing}
      </Status>
      {/* Stays during the next attempt, so that the focus stays on it. */}
      {hasFailed(on) && (
        <ActionButton page={page} does={{ type: 'try_now' }}>
          {t('tryNow')}
        </ActionButton>
      )}
    </>
  );
};

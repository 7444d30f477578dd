import type { Sending } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Deed } from './deed.tsx';
import { Status } from './status.tsx';

/** How a request goes that the person waits for: what is being done, or why it is not. */
export const Waiting = ({ page, on, doing }: OnPage & { on: Sending; doing: string }) => {
  const { say } = page.speech;
  const isPaused = on.phase === 'waiting';
  const isSlow = on.phase === 'sending' && on.stage > 0;
  return (
    <>
      <Status shape={isPaused ? 'alert' : 'wait'}>
        {isPaused ? say('unreachable') : isSlow && doing}
      </Status>
      {isPaused && (
        <Deed page={page} look="quiet" does={{ type: 'try_now' }}>
          {say('tryNow')}
        </Deed>
      )}
    </>
  );
};

import type { Screen } from '../machine/state.ts';
import type { OnPage } from '../page.ts';
import { Status } from '../parts/status.tsx';
import { waitingSaid } from '../parts/waiting.ts';

/** Words only after a second: most of the time nobody sees them. */
export const Loading = ({
  page,
  screen,
}: OnPage & { screen: Extract<Screen, { name: 'loading' }> }) => {
  const { say } = page.speech;
  const isWaiting = screen.sending.phase === 'waiting';
  return (
    <div class="sheet">
      <h1 tabIndex={-1}>{screen.slow || isWaiting ? say('opening') : ''}</h1>
      {(screen.slow || isWaiting) && <p>{say('openingLong')}</p>}
      <Status said={waitingSaid(page, screen.sending, say('openingLong'))} />
      {isWaiting && (
        <button type="button" class="quiet" onClick={() => page.dispatch({ type: 'try_now' })}>
          {say('tryNow')}
        </button>
      )}
    </div>
  );
};
